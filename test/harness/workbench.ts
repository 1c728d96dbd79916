import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Browser, BrowserContext, CDPSession, Locator, Page } from "playwright-core";
import { workbenchAddress } from "./address.ts";
import { launchChromium } from "./chromium.ts";
import { root, screenshotFolder } from "./paths.ts";
import { type EditorServer, type ServerOptions, startServer } from "./server.ts";
import { waitFor } from "./waitFor.ts";
import { loadWebExtension } from "./webExtension.ts";

export interface WorkbenchOptions extends ServerOptions {
  /** A folder or a `.code-workspace` file; an empty window when left out. */
  readonly workspace?: string;
  /**
   * Where the extension comes from: the source tree in the Node host (left out), the source tree in the web worker, or
   * what is installed in `extensionsDir`.
   */
  readonly extension?: "node" | "web" | "installed";
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Two for pictures that stay sharp; one when left out. */
  readonly deviceScaleFactor?: number;
  /** The time zone of the browser, and so of the web worker host. */
  readonly timezoneId?: string;
}

/** A row of a tree as a person sees it. */
export interface TreeRow {
  readonly label: string;
  readonly description: string;
  /** 1 for the top. */
  readonly level: number;
  /** Undefined for a row without children. */
  readonly expanded: boolean | undefined;
}

const patience = 30_000;

/** An editor in a headless browser, driven by keyboard and mouse like a person does. */
export class Workbench {
  readonly page: Page;
  readonly server: EditorServer;
  readonly #context: BrowserContext;
  readonly #browser: Browser;

  constructor(browser: Browser, context: BrowserContext, page: Page, server: EditorServer) {
    this.#browser = browser;
    this.#context = context;
    this.page = page;
    this.server = server;
  }

  /** Ends the browser and the server. */
  async close(): Promise<void> {
    await this.#browser.close();
    await this.server.stop();
  }

  /** Another window on the same folder, with an extension host of its own; it ends with this one. */
  async openSecond(): Promise<Workbench> {
    const page = await this.#context.newPage();
    await page.goto(this.page.url());
    await page.locator(".monaco-workbench .part.statusbar").waitFor({ timeout: 60_000 });
    return new Workbench(this.#browser, this.#context, page, this.server);
  }

  /** Ends the server as a crash does, then the browser, which cannot save anything any more. */
  async kill(): Promise<void> {
    await this.server.kill();
    await this.#browser.close();
  }

  // Quick input: the command palette, pickers and input boxes.

  get quickInput(): Locator {
    return this.page.locator(".quick-input-widget").filter({ visible: true });
  }

  get #quickField(): Locator {
    return this.quickInput.locator(".quick-input-box input");
  }

  /** Opens the command palette and types `text` into it. */
  async openPalette(text = ""): Promise<void> {
    await this.page.keyboard.press("F1");
    await this.#quickField.waitFor({ timeout: patience });
    await this.#quickField.fill(`>${text}`, { timeout: 2000 });
  }

  /**
   * Opens the palette with `title` typed and waits for a command so called; answers with its row. A palette opened early
   * lacks the commands of extensions, so it is opened again until it has it.
   * @param typed what to type, when it is not the title
   */
  async findCommand(title: string, typed = title): Promise<Locator> {
    return waitFor(`command "${title}" in the palette`, async () => {
      const row = this.#quickRows.filter({ hasText: title }).first();
      // What takes the focus meanwhile closes it under our hands.
      const shown = await this.openPalette(typed)
        .then(() => row.waitFor({ timeout: 3000 }))
        .then(
          () => true,
          () => false,
        );
      if (!shown) await this.#closeQuickInput();
      return shown && row;
    });
  }

  /** Escape for the quick input alone: where none is open, it would be for whatever has the focus. */
  async #closeQuickInput(): Promise<void> {
    if (!(await this.quickInput.isVisible())) return;
    await this.#quickField.press("Escape", { timeout: 1000 }).catch(() => undefined);
  }

  /** Runs a command by what the palette shows of it. */
  async runCommand(title: string): Promise<void> {
    await waitFor(`command "${title}" chosen`, async () => {
      const row = await this.findCommand(title);
      // A message or a view that takes the focus closes the palette under our hands; then it is opened again.
      return row.click({ timeout: 5000 }).then(
        () => true,
        () => false,
      );
    });
  }

  /** The rows of the open quick pick, top to bottom, label and description together. */
  async quickPickRows(): Promise<string[]> {
    // Rows that came later stand last in the page, wherever they are shown.
    const rows = await this.#quickRows.evaluateAll((elements) =>
      elements.map((row) => ({ top: row.getBoundingClientRect().top, text: row.textContent })),
    );
    return rows.sort((a, b) => a.top - b.top).map(({ text }) => onOneLine(text));
  }

  get #quickRows(): Locator {
    return this.quickInput.locator(".quick-input-list .monaco-list-row");
  }

  /** Waits for the first row of the open quick pick whose text contains `text`. */
  async quickPickRow(text: string): Promise<Locator> {
    const row = this.#quickRows.filter({ hasText: text }).first();
    try {
      await row.waitFor({ timeout: patience });
    } catch {
      throw new Error(`no row "${text}" to choose; there are: ${(await this.quickPickRows()).join(" | ") || "none"}`);
    }
    return row;
  }

  /** Chooses the first row whose text contains `text`, and waits until that pick is over. */
  async chooseQuickPick(text: string): Promise<void> {
    const row = await this.quickPickRow(text);
    await this.#answer(() => row.click());
  }

  /** Ticks the first row whose text contains `text`, in a pick that takes several. */
  async tickQuickPick(text: string): Promise<void> {
    await (await this.quickPickRow(text)).click();
  }

  /** Types into the open quick input, in place of what it holds. */
  async fillQuickInput(text: string): Promise<void> {
    await this.#quickField.waitFor({ timeout: patience });
    await this.#quickField.fill(text);
  }

  /** The text in the field of the open quick input. */
  async quickInputValue(): Promise<string> {
    return this.#quickField.inputValue();
  }

  /** What the open quick input says below its field (the prompt, or why a value is refused). */
  async quickInputMessage(): Promise<string> {
    return onOneLine(await this.quickInput.locator(".quick-input-message").textContent());
  }

  /** Presses Enter in the open quick input, and waits until that one is over. One that refuses its value stays: use `press`. */
  async acceptQuickInput(): Promise<void> {
    await this.#answer(() => this.#quickField.press("Enter"));
  }

  /**
   * All questions share one widget, and those an extension asks stay until its host has heard of the answer: what is
   * typed at once goes into the question before.
   */
  async #answer(act: () => Promise<void>): Promise<void> {
    const asked = await this.#question();
    await act();
    await waitFor(
      `another question after "${asked}", or none`,
      async () => (await this.#question()) !== asked,
      patience,
    );
  }

  /** What the open quick input asks for, whatever is typed into it; undefined when none is open. */
  async #question(): Promise<string | undefined> {
    const texts = await this.quickInput
      .locator(".quick-input-title, .quick-input-box input")
      .evaluateAll((parts: { readonly textContent: string | null; getAttribute(name: string): string | null }[]) =>
        parts.map((part) => `${part.textContent ?? ""}${part.getAttribute("placeholder") ?? ""}`),
      );
    return texts.length === 0 ? undefined : texts.join(" · ");
  }

  async quickInputGone(): Promise<void> {
    await this.quickInput.waitFor({ state: "hidden", timeout: patience });
  }

  // Keyboard.

  async type(text: string): Promise<void> {
    for (const [index, line] of text.split("\n").entries()) {
      if (index > 0) await this.page.keyboard.press("Enter");
      await this.page.keyboard.insertText(line);
    }
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Shows the steps of an unfinished syllable, as an input method does: `["ㅎ", "하", "한"]`. It stays unfinished. */
  async compose(steps: readonly string[]): Promise<void> {
    await this.#withDevTools(async (tools) => {
      for (const text of steps) {
        await tools.send("Input.dispatchKeyEvent", { type: "rawKeyDown", windowsVirtualKeyCode: 229, key: "Process" });
        await tools.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
      }
    });
  }

  /** Ends the composition with `text`. */
  async commitComposition(text: string): Promise<void> {
    await this.#withDevTools(async (tools) => {
      await tools.send("Input.insertText", { text });
    });
  }

  /** Enter as an input method passes it on while a syllable is unfinished (key code 229). */
  async pressEnterWhileComposing(): Promise<void> {
    await this.#withDevTools(async (tools) => {
      const key = { windowsVirtualKeyCode: 229, key: "Enter", code: "Enter" };
      await tools.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...key });
      await tools.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
    });
  }

  async #withDevTools(use: (tools: CDPSession) => Promise<void>): Promise<void> {
    const tools = await this.#context.newCDPSession(this.page);
    try {
      await use(tools);
    } finally {
      await tools.detach();
    }
  }

  /** Puts text on the clipboard. */
  async setClipboard(text: string): Promise<void> {
    await this.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  }

  // Side bar.

  /** Opens a view container of the activity bar by its title. */
  async openView(title: string): Promise<void> {
    const label = this.page.locator(`.action-label[aria-label^="${title}"]`);
    const tab = this.page.locator('.part.activitybar [role="tab"]').filter({ has: label }).first();
    await tab.waitFor({ timeout: patience });
    if ((await tab.getAttribute("aria-selected")) !== "true") await tab.click();
    await this.page.locator(".part.sidebar .composite.title", { hasText: title }).waitFor({ timeout: patience });
  }

  get sideBar(): Locator {
    return this.page.locator(".part.sidebar");
  }

  get #rows(): Locator {
    return this.sideBar.locator('.monaco-list-row[role="treeitem"]');
  }

  /** The visible rows of the trees in the side bar, top to bottom. */
  async treeRows(): Promise<TreeRow[]> {
    // Read at one go: rows come and go while the tree follows the disk.
    const rows = await this.#rows.evaluateAll((elements) =>
      elements.map((row) => ({
        top: row.getBoundingClientRect().top,
        label: row.querySelector(".label-name")?.textContent ?? "",
        description: row.querySelector(".label-description")?.textContent ?? "",
        level: Number(row.getAttribute("aria-level")),
        expanded: row.getAttribute("aria-expanded"),
      })),
    );
    return rows
      .sort((a, b) => a.top - b.top)
      .map(({ label, description, level, expanded }) => ({
        label: onOneLine(label),
        description: onOneLine(description),
        level,
        expanded: expanded === null ? undefined : expanded === "true",
      }));
  }

  /** Waits for the row whose text contains `text`. */
  async treeRow(text: string): Promise<Locator> {
    const row = this.#rows.filter({ hasText: text }).first();
    try {
      await row.waitFor({ timeout: patience });
    } catch {
      const rows = (await this.#rows.allTextContents()).map(onOneLine);
      throw new Error(`no row "${text}" in the side bar; there are: ${rows.join(" | ") || "none"}`);
    }
    return row;
  }

  async clickRow(text: string): Promise<void> {
    await (await this.treeRow(text)).click();
  }

  /** Waits until the trees have stood still for a while, as a person does before clicking: new rows take a click away. */
  async #stillTree(): Promise<void> {
    await this.sideBar.evaluate(
      (element, quietMs) =>
        new Promise<void>((resolve) => {
          const done = (): void => {
            observer.disconnect();
            resolve();
          };
          let timer = setTimeout(done, quietMs);
          const observer = new MutationObserver(() => {
            clearTimeout(timer);
            timer = setTimeout(done, quietMs);
          });
          observer.observe(element, { childList: true, subtree: true, characterData: true });
        }),
      600,
    );
  }

  /** Unfolds a row, unless it is unfolded. */
  async expandRow(text: string): Promise<void> {
    const row = await this.treeRow(text);
    if ((await row.getAttribute("aria-expanded")) === "true") return;
    await row.click();
    await waitFor(`"${text}" unfolded`, async () => (await row.getAttribute("aria-expanded")) === "true");
  }

  /** Rests the pointer on something until what it shows contains `text`: a tree that gets new rows takes it away again. */
  async hover(target: Locator, text: string): Promise<Locator> {
    const shown = this.page.locator(".monaco-hover", { hasText: text }).filter({ visible: true }).first();
    return waitFor(`"${text}" shown to the pointer`, async () => {
      await this.page.mouse.move(800, 500);
      await target.hover({ timeout: 2000 });
      return shown.waitFor({ timeout: 3000 }).then(
        () => shown,
        () => undefined,
      );
    });
  }

  /** Clicks an action that a row shows when the pointer is over it. */
  async clickRowAction(text: string, action: string): Promise<void> {
    await this.#stillTree();
    await waitFor(`"${action}" of "${text}" clicked`, async () => {
      const row = await this.treeRow(text);
      await row.hover();
      const button = await row
        .locator(`.actions [aria-label*="${action}"]`)
        .first()
        .elementHandle({ timeout: patience });
      const noted = "data-clicked";
      // A tree that gets new rows between the pressing of the button and its coming up takes the click away.
      try {
        await button?.evaluate(
          (element, name) => element.addEventListener("click", () => element.setAttribute(name, ""), { once: true }),
          noted,
        );
        await button?.click({ timeout: 3000 });
      } catch {
        // Whether the click came through is asked below: what took longer than it was given may have, and is not done twice.
      }
      return (await button?.getAttribute(noted).catch(() => null)) === "";
    });
  }

  /** Chooses an entry of a row's context menu. */
  async chooseRowMenu(text: string, entry: string): Promise<void> {
    const item = this.page.locator(".monaco-menu .action-item:not(.disabled)", { hasText: entry }).first();
    await this.#stillTree();
    await waitFor(`"${entry}" in the menu`, async () => {
      await (await this.treeRow(text)).click({ button: "right" });
      const isShown = await item.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
      // A tree that gets new rows takes the menu away again; an editor that has just started does not know yet whether
      // the folder is trusted, and offers nothing that writes.
      if (!isShown && (await this.page.locator(".monaco-menu").count()) > 0) await this.press("Escape");
      return isShown;
    });
    await this.page.waitForTimeout(250); // a menu passes over clicks that come right after it opened
    await item.click({ timeout: patience });
    await item.waitFor({ state: "hidden", timeout: patience });
  }

  /** Clicks an action in the title bar of a view, which shows it when the pointer is over the side bar. */
  async clickViewAction(action: string): Promise<void> {
    await this.sideBar.hover();
    await this.sideBar.locator(`.actions-container [aria-label*="${action}"]`).first().click({ timeout: patience });
  }

  // Editors, notifications, dialogs.

  /** The titles of the open editors. */
  async tabs(): Promise<string[]> {
    return (await this.page.locator(".part.editor .tab .label-name").allTextContents()).map(onOneLine);
  }

  /** Waits until the active editor's title contains `title`. */
  async activeTab(title: string): Promise<void> {
    const tab = this.page.locator(".part.editor .tab.active", { hasText: title });
    try {
      await tab.first().waitFor({ timeout: patience });
    } catch {
      throw new Error(`no active editor "${title}"; open are: ${(await this.tabs()).join(" | ") || "none"}`);
    }
  }

  /** Waits until the keyboard goes to the active editor, which is a moment after its tab has appeared. */
  async editorFocused(): Promise<void> {
    await this.page.locator(".editor-group-container.active .monaco-editor.focused").waitFor({ timeout: patience });
  }

  /** Where the cursor is, both from 1; undefined while there is none or when something is selected. */
  async cursor(): Promise<{ line: number; column: number } | undefined> {
    const text = await this.page.locator(".part.statusbar").textContent();
    const [, line, column] = /Ln (\d+), Col (\d+)(?! \()/.exec(text ?? "") ?? [];
    return line === undefined ? undefined : { line: Number(line), column: Number(column) };
  }

  /** Puts the cursor into the active editor; opening a file by a click in a tree leaves the focus in the tree. */
  async focusEditor(): Promise<void> {
    await this.page.locator(".editor-group-container.active .monaco-editor .view-lines").first().click();
    await this.editorFocused();
  }

  /** The lines of the active editor that are on the screen. Read the file for the rest. */
  async editorText(): Promise<string> {
    const lines = await this.page.locator(".editor-group-container.active .monaco-editor .view-lines .view-line").all();
    const placed = lines.map(async (line) => ({
      top: (await line.boundingBox())?.y ?? 0,
      text: (await line.textContent()) ?? "",
    }));
    const sorted = (await Promise.all(placed)).sort((a, b) => a.top - b.top);
    return sorted.map(({ text }) => text.replaceAll("\u00a0", " ")).join("\n");
  }

  /** Saves the active editor and waits until nothing is unsaved in it. */
  async save(): Promise<void> {
    await this.press("Control+s");
    await this.page.locator(".part.editor .tab.active.dirty").waitFor({ state: "hidden", timeout: patience });
  }

  /** Opens the list of messages: with the smoke test driver on, the editor pops none of them up. */
  async showNotifications(): Promise<void> {
    const center = this.page.locator(".notifications-center.visible");
    await waitFor("the list of messages", async () => {
      if (await center.isVisible()) return true;
      // The same click closes the list when something else has just opened it; then it is opened again.
      await this.page.locator('.part.statusbar [id="status.notifications"] a').click({ timeout: patience });
      return center.waitFor({ timeout: 2000 }).then(
        () => true,
        () => false,
      );
    });
  }

  /** Whether a message waits to be looked at, or the list of them is open. */
  async hasMessages(): Promise<boolean> {
    const unread = this.page.locator('.part.statusbar [id="status.notifications"] .codicon-bell-dot');
    return (await unread.isVisible()) || (await this.page.locator(".notifications-center.visible").isVisible());
  }

  /** The messages there are, newest first. */
  async notifications(): Promise<string[]> {
    await this.showNotifications();
    return (await this.page.locator(".notifications-center .notification-list-item-message").allInnerTexts()).map(
      onOneLine,
    );
  }

  /** Waits for a message that contains `text`. */
  async notification(text: string): Promise<void> {
    const unread = this.page.locator('.part.statusbar [id="status.notifications"] .codicon-bell-dot');
    await unread.waitFor({ timeout: patience });
    try {
      await waitFor("it", async () => (await this.notifications()).some((shown) => shown.includes(text)));
    } catch {
      throw new Error(`no message "${text}"; there are: ${(await this.notifications()).join(" | ") || "none"}`);
    }
  }

  /** Clicks a button of a message. */
  async clickNotificationButton(label: string): Promise<void> {
    await this.showNotifications();
    await this.page
      .locator(".notifications-center .monaco-button", { hasText: label })
      .first()
      .click({ timeout: patience });
  }

  /** Clicks a button of a modal dialog. */
  async clickDialogButton(label: string): Promise<void> {
    await this.page
      .locator(".monaco-dialog-box .monaco-button", { hasText: label })
      .first()
      .click({ timeout: patience });
  }

  /** Photographs the window into out/screenshots and answers with the file. */
  async screenshot(name: string): Promise<string> {
    mkdirSync(screenshotFolder, { recursive: true });
    const file = path.join(screenshotFolder, `${name}.png`);
    await this.page.screenshot({ path: file });
    return file;
  }
}

function onOneLine(text: string | null): string {
  return (text ?? "").replaceAll("\u00a0", " ").replace(/\s+/g, " ").trim();
}

/** Starts a server and a browser and waits until the workbench stands. */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const server = await startServer(options);
  let browser: Browser | undefined;
  try {
    browser = await launchChromium();
    const context = await browser.newContext({
      viewport: options.viewport ?? { width: 1280, height: 800 },
      deviceScaleFactor: options.deviceScaleFactor ?? 1,
      permissions: ["clipboard-read", "clipboard-write"],
      ...(options.timezoneId !== undefined && { timezoneId: options.timezoneId }),
    });
    if (options.extension === "web") await loadWebExtension(context, server.authority);
    const page = await context.newPage();
    const inNode = (options.extension ?? "node") === "node";
    await page.goto(
      workbenchAddress(server, {
        workspace: options.workspace,
        extensionDevelopmentPaths: inNode ? [root] : [],
      }),
    );
    await page.locator(".monaco-workbench .part.statusbar").waitFor({ timeout: 60_000 });
    return new Workbench(browser, context, page, server);
  } catch (error) {
    await browser?.close();
    await server.stop();
    throw error;
  }
}
