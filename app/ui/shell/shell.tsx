import { Link } from "@remix-run/react";
import LogIn from "lucide-react/icons/log-in";
import type { ReactNode } from "react";
import { shellArea } from "#app/messages/vi/shell.ts";
import { classNames } from "../class-names.ts";
import { DrumStar } from "../drum-star.tsx";
import { LinkButton } from "../kit/link-button.tsx";
import { Pill } from "../kit/pill.tsx";
import { useMessages } from "../language.tsx";
import { Bell } from "../notices/bell.tsx";
import { AccountMenu, type ShellVisitor } from "./account-menu.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import type { NavigationItem } from "./navigation.ts";
import { NavigationBar } from "./navigation-bar.tsx";

interface ShellProps {
  children: ReactNode;
  /** Nobody signed in: no navigation, a way to sign in. */
  visitor: ShellVisitor | null;
  navigation?: readonly NavigationItem[];
  /** "Xã Đại Sơn" */
  place?: string | undefined;
  /** Points enter no year yet. */
  isTrial?: boolean;
  /** Lines above everything: no connection, a newer version. */
  banner?: ReactNode;
  /** A page to sign in on does not offer to sign in. */
  offersSignIn?: boolean;
}

/** What stands around every page. */
export function Shell(props: ShellProps) {
  const { children, visitor, navigation = [], place, isTrial = false, banner, offersSignIn = true } = props;
  const { shell } = useMessages(shellArea);
  const hasNavigation = visitor !== null && navigation.length > 0;
  return (
    <>
      <a
        href="#content"
        className="absolute start-2 top-2 z-50 -translate-y-24 rounded-md bg-ink px-4 py-3 font-bold text-paper focus:translate-y-0"
      >
        {shell.skipToContent}
      </a>
      {banner}
      <header className="no-print sticky top-0 z-20 border-b border-line bg-surface">
        <div className="@container mx-auto flex min-h-[4.5rem] max-w-[90rem] items-center gap-2 px-4 sm:px-6">
          <Link to="/" aria-label={shell.backHome} className="flex min-h-12 shrink-0 items-center gap-2.5">
            <DrumStar size="2.25rem" />
            <span
              className={classNames(
                "text-lg font-bold",
                place ? "@max-[34rem]:sr-only" : "@max-[19rem]:sr-only",
              )}
            >
              {shell.productName}
            </span>
          </Link>
          <div className="flex min-w-0 flex-wrap items-center gap-x-2">
            {place ? (
              <span className="max-w-full truncate font-bold @min-[34rem]:ms-2 @min-[34rem]:border-s @min-[34rem]:border-line @min-[34rem]:ps-4 @min-[34rem]:font-normal @min-[34rem]:text-ink-soft">
                {place}
              </span>
            ) : null}
            {isTrial ? <Pill tone="gold">{shell.trial}</Pill> : null}
          </div>
          <div className="ms-auto flex items-center gap-1">
            {visitor ? (
              <>
                {hasNavigation ? <Bell /> : null}
                <AccountMenu visitor={visitor} />
              </>
            ) : (
              <>
                <LanguageSwitch />
                {offersSignIn ? (
                  <LinkButton
                    to="/dang-nhap"
                    size="small"
                    variant="secondary"
                    icon={LogIn}
                    className="@max-[34rem]:hidden"
                  >
                    {shell.signIn}
                  </LinkButton>
                ) : null}
              </>
            )}
          </div>
        </div>
      </header>
      <div className={hasNavigation ? "mx-auto flex max-w-[90rem] max-lg:pb-24" : undefined}>
        {hasNavigation ? <NavigationBar items={navigation} /> : null}
        <main id="content" tabIndex={-1} className="min-w-0 flex-1">
          {children}
        </main>
      </div>
    </>
  );
}
