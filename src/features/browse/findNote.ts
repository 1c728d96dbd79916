import { type QuickPick, window } from "vscode";
import type { Clock } from "../../core/calendar/clock.ts";
import { dayAt } from "../../core/calendar/zone.ts";
import { noteId } from "../../core/note/note.ts";
import type { NoteSearch, SearchHit } from "../../core/search/noteSearch.ts";
import { readSearchQuery, type SearchQuery } from "../../core/search/searchQuery.ts";
import type { NotebookSession } from "../../vscode/notebookSession.ts";
import type { Notebooks } from "../../vscode/notebooks.ts";
import type { Searches } from "../../vscode/searches.ts";
import { type HitItem, hitItem } from "./findItems.ts";
import { FindPreview } from "./findPreview.ts";

export interface FindDeps {
  readonly notebooks: Notebooks;
  readonly searches: Searches;
  readonly clock: Clock;
}

const TITLE = "노트 찾기";
const MOST_HITS = 50;
/** How often the share of texts that are read is shown anew. */
const PROGRESS_MS = 200;

/**
 * Finds a note by what stands in it, as it is typed; arrow keys show each, Enter opens it, Escape goes back.
 * @param query what is looked for at first
 */
export async function findNote({ notebooks, searches, clock }: FindDeps, query: string): Promise<void> {
  const session = await notebooks.require();
  if (session === undefined) return;
  const pick = window.createQuickPick<HitItem>();
  pick.title = TITLE;
  pick.placeholder = "제목, 태그, 본문에서 찾기: 정규표현식, ㅋㅍㅋ, #자바, 종류:til, 지난달";
  pick.value = query;
  pick.matchOnDetail = true;
  keepOrder(pick);
  const box = new FindBox(pick, session, () => dayAt(clock.now(), session.settings.dayRule));
  try {
    await box.run(searches.of(session));
  } finally {
    pick.dispose();
  }
}

/** The pick sorts rows by where their labels match, unless told otherwise by a property that typings leave out. */
function keepOrder(pick: QuickPick<HitItem>): void {
  Object.assign(pick, { sortByLabel: false });
}

class FindBox {
  readonly #pick: QuickPick<HitItem>;
  readonly #today: () => ReturnType<typeof dayAt>;
  readonly #preview: FindPreview;
  #searching = { aborted: false };
  #query: SearchQuery;
  /** Whether an arrow key was pressed since the rows were last put there: the first row becomes active by itself. */
  #isLookedThrough = false;
  #isOver = false;

  constructor(pick: QuickPick<HitItem>, session: NotebookSession, today: () => ReturnType<typeof dayAt>) {
    this.#pick = pick;
    this.#today = today;
    this.#preview = new FindPreview(session);
    this.#query = readSearchQuery("", today());
  }

  /** Shows the pick until a note is opened or it is left. */
  async run(opening: Promise<NoteSearch>): Promise<void> {
    const pick = this.#pick;
    let search: NoteSearch | undefined;
    let accepted: SearchHit | undefined;
    const failed = new Promise<never>((_, reject) => {
      const look = (): void => {
        if (search !== undefined) this.#look(search).catch(reject);
      };
      pick.onDidChangeValue(look);
      pick.onDidChangeActive(([active]) => void this.#show(active)?.catch(reject));
      opening.then((opened) => {
        search = opened;
        look();
        this.#followProgress(opened, look);
      }, reject);
    });
    pick.onDidAccept(() => {
      accepted = pick.activeItems[0]?.hit;
      if (accepted !== undefined) pick.hide();
    });
    const left = new Promise<void>((resolve) => pick.onDidHide(() => resolve()));
    pick.busy = true;
    pick.show();
    try {
      await Promise.race([left, failed]);
    } finally {
      this.#searching.aborted = true;
      this.#isOver = true;
    }
    if (accepted === undefined) await this.#preview.restore();
    else await this.#preview.open(accepted.note, this.#query.words);
  }

  async #look(search: NoteSearch): Promise<void> {
    const pick = this.#pick;
    this.#searching.aborted = true;
    const searching = { aborted: false };
    this.#searching = searching;
    const today = this.#today();
    const query = readSearchQuery(pick.value, today);
    const put = (hits: readonly SearchHit[], isAll: boolean): void => {
      if (searching.aborted) return;
      this.#query = query;
      this.#put(hits, isAll && search.progress === undefined);
    };
    pick.busy = true;
    const hits = await search.search(pick.value, {
      today,
      limit: MOST_HITS,
      cancellation: searching,
      onNamed: (named) => {
        if (named.length > 0) put(named, false);
      },
    });
    put(hits, true);
    if (!searching.aborted) pick.busy = search.progress !== undefined;
  }

  #put(hits: readonly SearchHit[], isAll: boolean): void {
    const pick = this.#pick;
    const active = this.#isLookedThrough ? pick.activeItems[0]?.hit : undefined;
    const items = hits.map((hit) => hitItem(hit, this.#query));
    pick.items = items.length === 0 && isAll ? [nothingFound] : items;
    // More hits of the same query leave the person on the row they have come to.
    const same = active && items.find(({ hit }) => hit && noteId(hit.note) === noteId(active.note));
    if (same === undefined) this.#isLookedThrough = false;
    else pick.activeItems = [same];
  }

  #show(active: HitItem | undefined): Promise<unknown> | undefined {
    const pick = this.#pick;
    if (this.#isOver || active?.hit === undefined) return undefined;
    if (!this.#isLookedThrough && active === pick.items[0]) return undefined;
    this.#isLookedThrough = true;
    return this.#preview.show(active.hit.note, this.#query.words);
  }

  /** Says how far the texts are read, and looks again when they are. */
  #followProgress(search: NoteSearch, look: () => void): void {
    const pick = this.#pick;
    if (search.progress === undefined) return;
    const timer = setInterval(() => {
      const { progress } = search;
      if (this.#isOver || progress === undefined) clearInterval(timer);
      if (this.#isOver) return;
      const percent = Math.floor((progress ?? 1) * 100);
      pick.title = progress === undefined ? TITLE : `${TITLE} · 본문은 아직 읽는 중이에요 (${percent}%)`;
      if (progress === undefined) look();
    }, PROGRESS_MS);
  }
}

const nothingFound: HitItem = {
  label: "맞는 노트가 없어요.",
  detail: "띄어 적은 낱말이 모두 들어 있는 노트를 찾아요. 낱말을 줄이거나 초성으로 적어 보세요.",
  alwaysShow: true,
};
