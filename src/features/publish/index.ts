import { Disposable } from "vscode";
import { type Preview, type PreviewDeps, registerPreview } from "./preview.ts";

export type PublishDeps = PreviewDeps;

export type Publish = Disposable & Pick<Preview, "extendMarkdownIt">;

/** 펴내기: a draft on its way to a site. */
export function registerPublish(deps: PublishDeps): Publish {
  const preview = registerPreview(deps);
  return Object.assign(Disposable.from(preview), { extendMarkdownIt: preview.extendMarkdownIt });
}
