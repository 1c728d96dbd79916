/** 연간, for quarters and half-years too: the questions, the numbers, and month by month what it was about. */
export const YEARLY_STYLE = `{{ header }}

{{ cursor }}

## {{ period_name }}에 해낸 것들



## {{ period_name }}에 아쉬웠던 것들



## {{ period_name | josa: "을/를" }} 돌아보며 배운 것들



{{ numbers }}{% if picture != "" %}

{{ picture }}{% endif %}
{% for section in sections %}
## {{ section.title }}
{% for entry in section.entries %}
### {{ entry.heading }}
{% if entry.body != "" %}
{{ entry.body }}
{% endif %}{% endfor %}{% endfor %}`;
