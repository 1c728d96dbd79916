import { ConfigurationTarget, type Disposable, type Event, EventEmitter, workspace } from "vscode";
import { readSettings, type SettingKey, type Settings } from "../core/settings/settings.ts";
import { CONFIGURATION_SECTION } from "../ids.ts";
import type { Log } from "./log.ts";

/** The person's settings as they are now; a change applies at once. */
export interface LiveSettings extends Disposable {
  readonly current: Settings;
  /** The setting `tomaknote.notebook` as written. */
  readonly notebookPath: string;
  readonly onDidChange: Event<void>;
  rememberNotebookForAllWindows(path: string): Promise<void>;
  /** Whether the person, or this workspace, has said something else than the default. */
  isStated(key: SettingKey): boolean;
  /** Writes into the workspace's own settings. */
  rememberForWorkspace(values: Partial<Readonly<Record<SettingKey, unknown>>>): Promise<void>;
}

export function liveSettings(log: Log, showProblem: (message: string) => void): LiveSettings {
  const changed = new EventEmitter<void>();
  const read = (): Settings => {
    const configuration = workspace.getConfiguration(CONFIGURATION_SECTION);
    const { settings, problems } = readSettings({
      get: (key: SettingKey) => configuration.get<unknown>(key),
      getDefault: (key: SettingKey) => configuration.inspect<unknown>(key)?.defaultValue,
    });
    for (const { key, expected } of problems) {
      log.warn(`setting ${CONFIGURATION_SECTION}.${key} is not usable; its default is used`);
      showProblem(
        `설정 ${CONFIGURATION_SECTION}.${key}의 값을 쓸 수 없어 기본값으로 합니다. 이렇게 적어 주세요: ${expected}`,
      );
    }
    return { ...settings, exclude: [...settings.exclude, ...editorExcludes()] };
  };
  let current: Settings | undefined;
  const subscription = workspace.onDidChangeConfiguration((event) => {
    if (!event.affectsConfiguration(CONFIGURATION_SECTION) && !event.affectsConfiguration("files.exclude")) return;
    current = undefined;
    changed.fire();
  });
  return {
    get current() {
      current ??= read();
      return current;
    },
    get notebookPath() {
      return workspace.getConfiguration(CONFIGURATION_SECTION).get("notebook", "").trim();
    },
    onDidChange: changed.event,
    async rememberNotebookForAllWindows(path) {
      await workspace.getConfiguration(CONFIGURATION_SECTION).update("notebook", path, true);
    },
    isStated(key) {
      const stated = workspace.getConfiguration(CONFIGURATION_SECTION).inspect<unknown>(key);
      return [stated?.globalValue, stated?.workspaceValue, stated?.workspaceFolderValue].some(
        (value) => value !== undefined,
      );
    },
    async rememberForWorkspace(values) {
      const configuration = workspace.getConfiguration(CONFIGURATION_SECTION);
      for (const [key, value] of Object.entries(values))
        await configuration.update(key, value, ConfigurationTarget.Workspace);
    },
    dispose() {
      subscription.dispose();
      changed.dispose();
    },
  };
}

/** `files.exclude` as the editor has it; conditional entries (`{ when: … }`) hide build output beside its source, never notes. */
function editorExcludes(): readonly string[] {
  const excludes = workspace.getConfiguration("files").get<Record<string, unknown>>("exclude", {});
  return Object.entries(excludes).flatMap(([glob, value]) => (value === true ? [glob] : []));
}
