import { kindOfPeriod, numberOfPeriod, type Period, type PeriodKind, yearOfPeriod } from "./period.ts";

/** `2025년 18주`, `2025년 5월`, `2025년 2분기`, `2025년 상반기`, `2025년` */
export function koreanPeriod(period: Period): string {
  const name = periodName(period);
  return kindOfPeriod(period) === "year" ? name : `${yearOfPeriod(period)}년 ${name}`;
}

/** A period as a heading of its own retro calls it: `18주`, `5월`, `2분기`, `상반기`, `2025년`. */
export function periodName(period: Period): string {
  const number = numberOfPeriod(period);
  switch (kindOfPeriod(period)) {
    case "week":
      return `${number}주`;
    case "month":
      return `${number}월`;
    case "quarter":
      return `${number}분기`;
    case "half":
      return number === 1 ? "상반기" : "하반기";
    case "year":
      return `${number}년`;
  }
}

/** What a retro of each kind is called: in a list of kinds, and after the period in a title. */
export const RETRO_LABELS: Readonly<Record<PeriodKind, { readonly label: string; readonly noun: string }>> = {
  week: { label: "주간 정리", noun: "정리" },
  month: { label: "월간 회고", noun: "회고" },
  quarter: { label: "분기 회고", noun: "회고" },
  half: { label: "반기 회고", noun: "회고" },
  year: { label: "연간 회고", noun: "회고" },
};

/** The period before one of this kind, and the same one a year earlier, as sentences about numbers call them. */
export const EARLIER_PERIODS: Readonly<Record<PeriodKind, { readonly before: string; readonly lastYear: string }>> = {
  week: { before: "지난주", lastYear: "지난해 같은 주" },
  month: { before: "지난달", lastYear: "지난해 같은 달" },
  quarter: { before: "지난 분기", lastYear: "지난해 같은 분기" },
  half: { before: "지난 반기", lastYear: "지난해 같은 반기" },
  year: { before: "지난해", lastYear: "지난해" },
};
