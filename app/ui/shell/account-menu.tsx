import { Form, Link, useLocation } from "@remix-run/react";
import ALargeSmall from "lucide-react/icons/a-large-small";
import LogOut from "lucide-react/icons/log-out";
import Smartphone from "lucide-react/icons/smartphone";
import UserRound from "lucide-react/icons/user-round";
import UsersRound from "lucide-react/icons/users-round";
import { useEffect, useRef } from "react";
import { shellArea } from "#app/messages/vi/shell.ts";
import { Avatar } from "../kit/avatar.tsx";
import type { Icon } from "../kit/icon.ts";
import { useMessages } from "../language.tsx";
import { leavePhone } from "../offline/leave.ts";
import { LanguageSwitch } from "./language-switch.tsx";

export interface ShellVisitor {
  readonly name: string;
  /** "Tổ trưởng, thôn Khe Nghĩa" */
  readonly office?: string;
}

const ROW = "flex min-h-12 items-center gap-3 rounded-md px-3 py-2 hover:bg-sunken w-full text-start";

/** Opens without JavaScript; with it, closes on Escape, on leaving and after choosing. */
export function AccountMenu({ visitor }: { visitor: ShellVisitor }) {
  const { shell } = useMessages(shellArea);
  const details = useRef<HTMLDetailsElement>(null);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new page closes the menu
  useEffect(() => close(details.current, false), [pathname]);
  useEffect(() => {
    const onPointer = (event: Event) => {
      if (!details.current?.contains(event.target as Node)) close(details.current, false);
    };
    document.addEventListener("pointerdown", onPointer);
    return () => document.removeEventListener("pointerdown", onPointer);
  }, []);
  return (
    <details
      ref={details}
      className="relative"
      onKeyDown={(event) => event.key === "Escape" && close(details.current, true)}
    >
      <summary className="grid size-12 list-none place-items-center rounded-full">
        <Avatar name={visitor.name} />
        <span className="sr-only">{shell.accountMenu(visitor.name)}</span>
      </summary>
      <div className="absolute end-0 top-full z-30 mt-2 w-72 max-w-[calc(100vw-2rem)] rounded-xl border border-line bg-surface p-2 shadow-float">
        <div className="border-b border-line px-3 pb-3 pt-1">
          <p className="font-bold">{visitor.name}</p>
          {visitor.office ? <p className="text-sm text-ink-soft">{visitor.office}</p> : null}
        </div>
        <ul className="mt-2">
          <MenuLink to="/tai-khoan" icon={UserRound} label={shell.myAccount} />
          <MenuLink to="/tai-khoan/thiet-bi" icon={Smartphone} label={shell.myDevices} />
          <MenuLink to="/mo-khoa" icon={UsersRound} label={shell.switchPerson} />
          <MenuLink to="/giao-dien" icon={ALargeSmall} label={shell.appearance} />
          <li>
            <LanguageSwitch isRow />
          </li>
          <li className="mt-2 border-t border-line pt-2">
            <Form method="post" action="/dang-xuat" reloadDocument onSubmit={leavePhone}>
              <button type="submit" className={ROW}>
                <LogOut size="1.25em" aria-hidden />
                {shell.signOut}
              </button>
            </Form>
          </li>
        </ul>
      </div>
    </details>
  );
}

function MenuLink({ to, icon: Picture, label }: { to: string; icon: Icon; label: string }) {
  return (
    <li>
      <Link to={to} className={ROW}>
        <Picture size="1.25em" aria-hidden />
        {label}
      </Link>
    </li>
  );
}

function close(menu: HTMLDetailsElement | null, returnsFocus: boolean) {
  if (!menu?.open) return;
  menu.open = false;
  if (returnsFocus) menu.querySelector("summary")?.focus();
}
