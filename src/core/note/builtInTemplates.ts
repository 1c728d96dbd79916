import type { PeriodKind } from "../calendar/period.ts";
import { STYLE_TEMPLATES } from "../retro/styles/styles.ts";
import { YEARLY_STYLE } from "../retro/styles/yearlyStyle.ts";
import type { Settings } from "../settings/settings.ts";

/** The templates a notebook starts with; a file of the same name in `.tomaknote/templates/` takes a template's place. */
export const TEMPLATE_NAMES = [
  "tomak",
  "til",
  "retro",
  "retro-week",
  "retro-year",
  "post",
  "series",
  "session",
  "book",
] as const;

export type TemplateName = (typeof TEMPLATE_NAMES)[number];

/** The template of each kind of period: what gathers months has one of its own. */
export const RETRO_TEMPLATES: Readonly<Record<PeriodKind, TemplateName>> = {
  week: "retro-week",
  month: "retro",
  quarter: "retro-year",
  half: "retro-year",
  year: "retro-year",
};

const TOMAK = `---
title: {{ title | yaml }}
date: {{ date }}
categories: [토막글]
tags: {{ tags | yaml }}
---

- {{ cursor }}
- 
- 
`;

const TIL = `---
title: {{ title | yaml }}
date: {{ date }}
categories: [TIL]
tags: {{ tags | yaml }}
{% if link != "" %}link: {{ link | yaml }}
{% endif %}---

- {{ cursor }}
`;

const POST = `{{ header }}

{{ cursor }}

## 어떤 문제였나



## 알게 된 것
{% for entry in entries %}
**{{ entry.heading }}**
{% if entry.body != "" %}
{{ entry.body }}
{% endif %}{% endfor %}


## 정리하며


{% if links.size > 0 %}
## 참고한 곳

{% for link in links %}- {{ link }}
{% endfor %}{% endif %}`;

const SERIES = `{{ header }}

{{ heading }} {{ cursor }}

- 출처: 
{% if subheading != "" %}
{{ subheading }} 

- 
{% endif %}`;

const SESSION = `---
title: {{ title | yaml }}
date: {{ date }}
categories: [세션]
tags: {{ tags | yaml }}
---

## [{{ cursor }} ~  트랙 ] 제목

- 발표: 

### 메모

- 

### Q&A

- Q. 
  - A. 
`;

const BOOK = `---
title: {{ title | yaml }}
date: {{ date }}
categories: [책]
tags: {{ tags | yaml }}
---

> {{ cursor }} (p)

- 
`;

const BUILT_IN: Readonly<Record<Exclude<TemplateName, "retro" | "retro-week">, string>> = {
  tomak: TOMAK,
  til: TIL,
  "retro-year": YEARLY_STYLE,
  post: POST,
  series: SERIES,
  session: SESSION,
  book: BOOK,
};

/** The template used where a notebook has none of its own; a month's and a week's is that of the style the settings name. */
export function builtInTemplate(name: TemplateName, { retro }: Pick<Settings, "retro">): string {
  return name === "retro" || name === "retro-week" ? STYLE_TEMPLATES[retro.style] : BUILT_IN[name];
}

/** Where a notebook keeps its own version of a template. */
export function templatePath(name: TemplateName): string {
  return `.tomaknote/templates/${name}.md`;
}
