import { Disposable, EventEmitter, Uri, workspace } from "vscode";

const SCHEME = "tomaknote-proposal";

/** Texts that exist only to be looked at beside another: one side of a diff. */
export interface Proposals extends Disposable {
  /** A read-only document of this text; `name` is what its tab says. It lives until it is shown anew under the same name. */
  show(name: string, text: string): Uri;
}

export function registerProposals(): Proposals {
  const texts = new Map<string, string>();
  const changed = new EventEmitter<Uri>();
  const registration = workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => texts.get(uri.path) ?? "",
  });
  return Object.assign(Disposable.from(registration, changed), {
    show(name: string, text: string): Uri {
      const uri = Uri.from({ scheme: SCHEME, path: `/${name}` });
      texts.set(uri.path, text);
      changed.fire(uri);
      return uri;
    },
  });
}
