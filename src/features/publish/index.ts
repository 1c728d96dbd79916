import { Disposable } from "vscode";
import { type CommitTodayDeps, registerCommitToday } from "./commitToday.ts";
import { type CopyDeps, registerCopyForPasting } from "./copyForPasting.ts";
import { type DraftsDeps, registerDrafts } from "./drafts/index.ts";
import { type Preview, type PreviewDeps, registerPreview } from "./preview.ts";

export type PublishDeps = DraftsDeps & PreviewDeps & CopyDeps & CommitTodayDeps;

export type Publish = Disposable & Pick<Preview, "extendMarkdownIt">;

/** 펴내기: a draft on its way to a site, and today's notes into their repository. */
export function registerPublish(deps: PublishDeps): Publish {
  const preview = registerPreview(deps);
  return Object.assign(
    Disposable.from(registerDrafts(deps), preview, registerCopyForPasting(deps), registerCommitToday(deps)),
    {
      extendMarkdownIt: preview.extendMarkdownIt,
    },
  );
}
