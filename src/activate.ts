import { commands, Disposable, EventEmitter, type ExtensionContext, type ViewBadge, window } from "vscode";
import type { Clock } from "./core/calendar/clock.ts";
import { readNotes } from "./core/note/readNote.ts";
import { registerBrowse } from "./features/browse/index.ts";
import { registerChat } from "./features/chat/index.ts";
import { registerImport } from "./features/import/index.ts";
import { type Publish, registerPublish } from "./features/publish/index.ts";
import { registerRecall } from "./features/recall/index.ts";
import { registerRetro } from "./features/retro/index.ts";
import { registerTopics } from "./features/topics/index.ts";
import { registerWrite } from "./features/write/index.ts";
import { TOPICS_VIEW } from "./ids.ts";
import { READING_VERSION } from "./readingVersion.ts";
import type { Conversation } from "./vscode/conversation/conversation.ts";
import { createLog, describeError } from "./vscode/log.ts";
import { Notebooks, type Platform } from "./vscode/notebooks.ts";
import { RecallHistories } from "./vscode/recallHistories.ts";
import { Searches } from "./vscode/searches.ts";
import { liveSettings } from "./vscode/settings.ts";
import { TopicsOfNotes } from "./vscode/topicsOfNotes.ts";

/** The one notebook of this window's extension, for {@link deactivate}, to which the editor hands nothing. */
let running: Notebooks | undefined;

const systemClock: Clock = { now: () => Date.now() };

/** What the editor takes from an extension that says so in its manifest: the plugin of its Markdown preview. */
export type Activated = Pick<Publish, "extendMarkdownIt">;

/** Builds the extension from its parts; the doors differ only in `platform`. Nothing is read before it is asked for. */
export function activateOn(
  platform: Platform,
  context: Pick<
    ExtensionContext,
    "subscriptions" | "workspaceState" | "extensionUri" | "storageUri" | "globalStorageUri"
  >,
): Activated {
  const memory = context.workspaceState;
  const storage = { ofWorkspace: context.storageUri, ofAll: context.globalStorageUri };
  const log = createLog();
  const settings = liveSettings(log, (message) => void window.showWarningMessage(message));
  const notebooks = new Notebooks({ platform, settings, log, readingVersion: READING_VERSION, memory, storage });
  const publish = registerPublish({ notebooks, clock: systemClock, log, gitOnDisk: platform.gitOnDisk, memory });
  const histories = new RecallHistories(log);
  const badge = new EventEmitter<ViewBadge | undefined>();
  const searches = new Searches(notebooks, log);
  const topics = new TopicsOfNotes(notebooks, histories);
  const clock = systemClock;
  let conversation: Promise<Conversation> | undefined;
  const converse = (): Promise<Conversation> => {
    const deps = { notebooks, searches, histories, settings, memory, clock, log, readNotes };
    conversation ??= platform.loadConversing().then(
      (loaded) => new loaded.Conversation(deps),
      (error: unknown) => {
        // The next question tries again.
        conversation = undefined;
        log.error("what speaks with models:", describeError(error));
        throw error;
      },
    );
    return conversation;
  };
  const { extensionUri } = context;
  const showTopics = () => commands.executeCommand(`${TOPICS_VIEW}.focus`);
  context.subscriptions.push(
    Disposable.from(
      registerWrite({ notebooks, clock, log }),
      registerBrowse({ notebooks, searches, topics, clock, log, memory, extensionUri, onDidChangeBadge: badge.event }),
      registerRetro({ notebooks, clock, log }),
      registerImport({ notebooks, settings, log, memory }),
      publish,
      registerRecall({
        notebooks,
        histories,
        clock,
        log,
        extensionUri,
        badge,
        showTopics,
        findExaminer: async () => (await converse()).findExaminer(),
      }),
      registerTopics({ notebooks, histories, topics, searches, clock, log }),
      registerChat({ notebooks, histories, clock, log, extensionUri, converse }),
      topics,
      histories,
      badge,
      searches,
      notebooks,
      settings,
      log,
    ),
  );
  running = notebooks;
  return { extendMarkdownIt: publish.extendMarkdownIt };
}

/** The editor waits for this before it ends the extension. */
export async function deactivate(): Promise<void> {
  await running?.save();
}
