import { Uri, type Webview } from "vscode";
import { pageHtml } from "./pageHtml.ts";

/** Fills a webview with one of the pages of dist/webview, `name`.js with media/`name`.css. */
export function fillWebview(
  webview: Webview,
  extensionUri: Uri,
  name: "calendar" | "grass" | "recall",
  title: string,
): void {
  const scripts = Uri.joinPath(extensionUri, "dist", "webview");
  const media = Uri.joinPath(extensionUri, "media");
  webview.options = { enableScripts: true, enableCommandUris: false, localResourceRoots: [scripts, media] };
  webview.html = pageHtml({
    title,
    cspSource: webview.cspSource,
    nonce: newNonce(),
    script: webview.asWebviewUri(Uri.joinPath(scripts, `${name}.js`)).toString(),
    style: webview.asWebviewUri(Uri.joinPath(media, `${name}.css`)).toString(),
  });
}

function newNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
