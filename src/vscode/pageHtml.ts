export interface PageParts {
  readonly title: string;
  /** `webview.cspSource` */
  readonly cspSource: string;
  /** For the one script; a new one each time. */
  readonly nonce: string;
  readonly script: string;
  readonly style: string;
}

/**
 * The HTML of a webview: one script by its nonce, one style sheet of the extension's, nothing inline and nothing from
 * elsewhere. Everything else is built by the script, so that no text of a note is ever read as HTML.
 */
export function pageHtml({ title, cspSource, nonce, script, style }: PageParts): string {
  const policy = `default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeAttribute(title)}</title>
<link rel="stylesheet" href="${escapeAttribute(style)}">
</head>
<body>
<main id="page"></main>
<script nonce="${escapeAttribute(nonce)}" src="${escapeAttribute(script)}"></script>
</body>
</html>
`;
}

function escapeAttribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
