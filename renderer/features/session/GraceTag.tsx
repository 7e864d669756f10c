import { useText } from "../../app/useText.ts";
import { Tag } from "../../ui/Tag.tsx";
import { useNow } from "../../ui/useNow.ts";

const renewMs = 30_000;

/** At a finding: how long it only warns. */
export function GraceTag({ until }: { readonly until: string }) {
  const { t } = useText();
  useNow(renewMs);
  return <Tag tone="caution">{t("session.grace", { left: { left: until } })}</Tag>;
}

/** In the finding: until when, in words and to the minute. */
export function GraceLine({ until }: { readonly until: string }) {
  const { t, times } = useText();
  useNow(renewMs);
  return <p className="finding-deadline">{t("session.grace.body", { left: { left: until }, time: times.full(until) })}</p>;
}
