import { Disposable } from "vscode";
import { type CommitTodayDeps, registerCommitToday } from "./commitToday.ts";
import { type Preview, type PreviewDeps, registerPreview } from "./preview.ts";

export type PublishDeps = PreviewDeps & CommitTodayDeps;

export type Publish = Disposable & Pick<Preview, "extendMarkdownIt">;

/** 펴내기: a draft on its way to a site, and today's notes into their repository. */
export function registerPublish(deps: PublishDeps): Publish {
  const preview = registerPreview(deps);
  return Object.assign(Disposable.from(preview, registerCommitToday(deps)), {
    extendMarkdownIt: preview.extendMarkdownIt,
  });
}
