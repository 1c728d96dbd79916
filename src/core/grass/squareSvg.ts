import type { Level } from "./measure.ts";
import { type Caption, SQUARE } from "./squareLayout.ts";

/** Class names of our own: an inline SVG shares the page's style sheets. Readable on light and dark pages, in colour or grey. */
export const SQUARE_STYLE = [
  ".tomak-text{font:9px sans-serif;fill:#767676}",
  ".tomak-0{fill:#e6e8eb}.tomak-1{fill:#9be0ad}.tomak-2{fill:#4fbf73}.tomak-3{fill:#2c974b}.tomak-4{fill:#1a6334}",
  "@media(prefers-color-scheme:dark){.tomak-text{fill:#9a9fa6}.tomak-0{fill:#2b3036}.tomak-1{fill:#1a5130}" +
    ".tomak-2{fill:#25803f}.tomak-3{fill:#3aad5c}.tomak-4{fill:#6fe08c}}",
].join("");

/** A day's square with what it says when pointed at; `title` holds nothing that XML would have escaped. */
export function squareSvg(level: Level, { x, y }: { readonly x: number; readonly y: number }, title: string): string {
  return (
    `<rect class="tomak-${level}" x="${x}" y="${y}" width="${SQUARE}" height="${SQUARE}" rx="2">` +
    `<title>${title}</title></rect>`
  );
}

export function captionSvg({ text, x, y }: Caption): string {
  return `<text class="tomak-text" x="${x}" y="${y}">${text}</text>`;
}
