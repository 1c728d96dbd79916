/** The template of a style: front matter, an empty section to fill in below each heading, the numbers and the lists. */
export function styleTemplate(headings: readonly string[]): string {
  const questions = headings.map((heading) => `## ${heading}\n\n\n\n`).join("");
  return `{{ header }}\n\n{{ cursor }}\n\n${questions}${LISTS}`;
}

const LISTS = `{{ numbers }}{% if picture != "" %}

{{ picture }}{% endif %}
{% for section in sections %}
## {{ section.title }}
{% for entry in section.entries %}{% if entry.group != "" %}
### {{ entry.group }}
{% endif %}
**{{ entry.heading }}**
{% if entry.body != "" %}
{{ entry.body }}
{% endif %}{% endfor %}{% endfor %}`;
