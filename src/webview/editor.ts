import type { Check } from "./messages/shape.ts";

interface EditorApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): EditorApi;

/** The extension on the other side of the page, and what the page remembers while it is not shown. */
export interface Editor<Request, News, State> {
  ask(request: Request): void;
  /** Messages of an unknown form are dropped. */
  listen(hear: (news: News) => void): void;
  readonly remembered: State | undefined;
  remember(state: State): void;
}

export function connect<Request, News, State>(
  isNews: Check<News>,
  isState: Check<State>,
): Editor<Request, News, State> {
  const api = acquireVsCodeApi();
  const state = api.getState();
  return {
    ask: (request) => api.postMessage(request),
    listen: (hear) =>
      window.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
        if (isNews(data)) hear(data);
      }),
    remembered: isState(state) ? state : undefined,
    remember: (remembered) => api.setState(remembered),
  };
}
