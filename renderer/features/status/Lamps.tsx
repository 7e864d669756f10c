import type { Light } from "../../../shared/decision.ts";
import { useText } from "../../app/useText.ts";
import { Icon } from "../../ui/Icon.tsx";
import "./Lamps.css";

const lamps: { readonly [L in Light]: number } = { stop: 0, caution: 1, go: 2 };
const lampList = (Object.keys(lamps) as Light[]).sort((a, b) => lamps[a] - lamps[b]);

/** Three lamps, each with its own shape. Null: all are off, because nothing current is known. */
export function Lamps({ light }: { readonly light: Light | null }) {
  const { t } = useText();
  const word = light === null ? t("screen.light.off") : t(`light.${light}`);
  return (
    <div className="lamps" role="img" aria-label={t("screen.light.label", { word })}>
      {lampList.map((lamp) => (
        <span key={lamp} className={lamp === light ? `lamp lamp-${lamp}` : "lamp"}>
          <Icon name={lamp} />
        </span>
      ))}
    </div>
  );
}
