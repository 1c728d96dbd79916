import { existsSync } from "node:fs";
import path from "node:path";
import { type Browser, chromium } from "playwright-core";
import { browserPackages, ensureSystemPackages } from "./systemPackages.ts";

const usualPlaces: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/snap/bin/chromium",
  ],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) => {
    const folder = process.env[name];
    return folder === undefined
      ? []
      : [
          path.join(folder, "Google", "Chrome", "Application", "chrome.exe"),
          path.join(folder, "Microsoft", "Edge", "Application", "msedge.exe"),
        ];
  }),
};

function find(): string | undefined {
  const named = process.env.TOMAKNOTE_CHROMIUM;
  if (named !== undefined && named !== "") return named;
  return usualPlaces[process.platform]?.find((file) => existsSync(file));
}

/** Starts a headless Chromium with an empty profile; it ends with this process at the latest. */
export async function launchChromium(): Promise<Browser> {
  if (find() === undefined) ensureSystemPackages(browserPackages);
  const executablePath = find();
  if (executablePath === undefined) {
    throw new Error(
      "Chromium이나 Chrome을 찾지 못했습니다. 설치하거나 환경 변수 TOMAKNOTE_CHROMIUM에 실행 파일의 경로를 넣어 주세요.",
    );
  }
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
      ...["--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage"],
    ],
  });
}
