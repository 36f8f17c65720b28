import Eye from "lucide-react/icons/eye";
import EyeOff from "lucide-react/icons/eye-off";
import { useState } from "react";
import { kitArea } from "#app/messages/vi/kit.ts";
import { useMessages } from "../language.tsx";
import { useIsLive } from "../use-is-live.ts";
import { CONTROL_STYLE, FieldFrame, type FieldProps, fieldAttributes } from "./field-frame.tsx";

interface PasswordFieldProps extends FieldProps {
  autoComplete: "current-password" | "new-password";
  minLength?: number;
  maxLength?: number;
}

/** Never given back what was typed. It can be shown, so that a long phrase is typed right; pasting is allowed. */
export function PasswordField({ autoComplete, minLength, maxLength, ...field }: PasswordFieldProps) {
  const { kit } = useMessages(kitArea);
  const [isShown, setShown] = useState(false);
  const isLive = useIsLive();
  const Picture = isShown ? EyeOff : Eye;
  return (
    <FieldFrame {...field}>
      <div className="relative">
        <input
          {...fieldAttributes(field)}
          type={isShown ? "text" : "password"}
          autoComplete={autoComplete}
          minLength={minLength}
          maxLength={maxLength}
          autoCapitalize="none"
          spellCheck={false}
          className={`${CONTROL_STYLE} pe-14`}
        />
        {isLive ? (
          <button
            type="button"
            aria-label={isShown ? kit.hidePassword : kit.showPassword}
            aria-pressed={isShown}
            onClick={() => setShown(!isShown)}
            className="absolute inset-y-0.5 end-0.5 grid w-12 place-items-center rounded-md text-ink-soft hover:text-ink"
          >
            <Picture size="1.375em" aria-hidden />
          </button>
        ) : null}
      </div>
    </FieldFrame>
  );
}
