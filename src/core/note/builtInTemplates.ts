/** The templates a notebook starts with; a file of the same name in `.tomaknote/templates/` takes a template's place. */
export const TEMPLATE_NAMES = ["tomak", "til", "retro"] as const;

export type TemplateName = (typeof TEMPLATE_NAMES)[number];

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

const RETRO = `---
title: {{ title | yaml }}
date: {{ date }}
categories: {{ categories | yaml }}
tags: {{ tags | yaml }}
{{ front_matter }}---

{{ cursor }}

## {{ month_number }}월에 해낸 것들



## {{ month_number }}월에 아쉬웠던 것들



## {{ month_number }}월을 돌아보며 배운 것들



{{ numbers }}
{% for section in sections %}
## {{ month_number }}월 동안 {{ section.heading }}
{% for entry in section.entries %}
**{{ entry.heading }}**
{% if entry.body != "" %}
{{ entry.body }}
{% endif %}{% endfor %}{% endfor %}`;

export const BUILT_IN_TEMPLATES: Readonly<Record<TemplateName, string>> = { tomak: TOMAK, til: TIL, retro: RETRO };

/** Where a notebook keeps its own version of a template. */
export function templatePath(name: TemplateName): string {
  return `.tomaknote/templates/${name}.md`;
}
