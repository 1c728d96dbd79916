import {
  CompletionItem,
  CompletionItemKind,
  type Disposable,
  languages,
  MarkdownString,
  Range,
  type TextDocument,
} from "vscode";
import { TEMPLATE_NAMES, templatePath } from "../../core/note/builtInTemplates.ts";
import type { TemplateProposal } from "../../core/note/templateCompletion.ts";
import type { Notebooks } from "../../vscode/notebooks.ts";

const KINDS: Readonly<Record<TemplateProposal["kind"], CompletionItemKind>> = {
  variable: CompletionItemKind.Variable,
  field: CompletionItemKind.Field,
  filter: CompletionItemKind.Function,
};

/** Offers the variables and filters of a notebook's templates while they are written. */
export function registerTemplateCompletion(notebooks: Notebooks): Disposable {
  return languages.registerCompletionItemProvider(
    { pattern: "**/.tomaknote/templates/*.md" },
    {
      async provideCompletionItems(document, position) {
        const template = TEMPLATE_NAMES.find((name) => document.uri.path.endsWith(`/${templatePath(name)}`));
        if (template === undefined) return [];
        const templateProposals = await notebooks.engines.loadTemplateProposals();
        const found = templateProposals(template, document.getText(), document.offsetAt(position));
        if (found === undefined) return [];
        const range = new Range(document.positionAt(found.start), position);
        return found.proposals.map((proposal, index) => itemFor(proposal, index, document, range));
      },
    },
    ..."{%|. ",
  );
}

function itemFor(proposal: TemplateProposal, index: number, document: TextDocument, range: Range): CompletionItem {
  const { kind, name, description, example } = proposal;
  const item = new CompletionItem({ label: name, description }, KINDS[kind]);
  item.range = range;
  item.insertText = spaced(name, document, range);
  // In the order in which they are documented, not by their letters.
  item.sortText = String(index).padStart(3, "0");
  item.documentation = new MarkdownString(example === "" ? description : `${description}\n\n예: ${example}`);
  return item;
}

/** `{{title}}` reads better with its spaces, which nobody has typed yet when the editor closes the braces. */
function spaced(name: string, document: TextDocument, { start, end }: Range): string {
  const line = document.lineAt(start.line).text;
  const before = /[{%|]$/.test(line.slice(0, start.character)) ? " " : "";
  const after = /^[}%]/.test(line.slice(end.character)) ? " " : "";
  return before + name + after;
}
