export interface RenderedText {
  readonly text: string;
  /** Where the template wants the cursor (UTF-16 offset), when it says so. */
  readonly cursor: number | undefined;
}

export type RenderResult =
  | ({ readonly ok: true } & RenderedText)
  /** `line` is 1-based in the template; `message` is the template engine's own, in English. */
  | { readonly ok: false; readonly line: number | undefined; readonly message: string };

/**
 * Renders a Liquid template; `{{ cursor }}` marks where the cursor goes. A port: the engine is a bundle of its own,
 * loaded when it is first needed.
 */
export type RenderTemplate = (template: string, variables: Readonly<Record<string, unknown>>) => RenderResult;
