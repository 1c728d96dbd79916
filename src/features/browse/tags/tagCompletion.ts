import {
  CompletionItem,
  CompletionItemKind,
  CompletionList,
  CompletionTriggerKind,
  type Disposable,
  languages,
  Range,
} from "vscode";
import { knownTags } from "../../../core/notebook/tagNotes.ts";
import { tagProposals } from "../../../core/notebook/tagProposals.ts";
import type { Notebooks } from "../../../vscode/notebooks.ts";

/** Offers the tags in use while one is typed: in front matter, and after `#` in a body. */
export function registerTagCompletion(notebooks: Notebooks): Disposable {
  return languages.registerCompletionItemProvider(
    { language: "markdown" },
    {
      async provideCompletionItems(document, position, token, { triggerKind }) {
        const session = notebooks.current;
        const path = session?.pathOf(document.uri);
        if (session === undefined || path === undefined || session.isExcluded(path)) return undefined;
        const typing = {
          text: document.getText(),
          offset: document.offsetAt(position),
          inlineTags: session.settings.inlineTags,
          isAsked: triggerKind !== CompletionTriggerKind.TriggerCharacter,
        };
        // Asked once without tags: most of what is typed is no tag, and needs no notebook to be read.
        if (tagProposals(typing, []) === undefined) return undefined;
        await session.load();
        const found = tagProposals(typing, knownTags(session.index.notes()));
        if (found === undefined || token.isCancellationRequested) return undefined;
        const range = new Range(document.positionAt(found.start), document.positionAt(found.end));
        const typed = document.getText(range.with({ end: position }));
        const items = found.proposals.map(({ tag, count, text }, index) => {
          const item = new CompletionItem({ label: tag, description: `${count}편` }, CompletionItemKind.Keyword);
          item.detail = `태그 · 노트 ${count}편`;
          item.insertText = text;
          item.range = range;
          // What fits is known here, 초성 and all; the editor's own filter would drop it.
          item.filterText = typed;
          item.sortText = String(index).padStart(3, "0");
          return item;
        });
        return new CompletionList(items, true);
      },
    },
    ..."#/[, \"'",
  );
}
