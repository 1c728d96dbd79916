import { styleTemplate } from "./styleTemplate.ts";

/** 기본: what was achieved, what fell short, what was learned. */
export const DEFAULT_STYLE = styleTemplate([
  "{{ period_name }}에 해낸 것들",
  "{{ period_name }}에 아쉬웠던 것들",
  '{{ period_name | josa: "을/를" }} 돌아보며 배운 것들',
]);
