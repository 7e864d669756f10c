/** Programs that lock by themselves or start what locks, as the kernel names them. */
export const lockerPrograms = [
  ...["gdm", "gdm3", "gdm-session-worker"],
  ...["kwin_wayland", "kwin_x11"],
  ...["mate-screensaver", "cinnamon-screensaver", "cinnamon-screensaver-main.py", "budgie-screensaver", "gnome-screensaver", "xfce4-screensaver"],
  ...["swayidle", "hypridle", "cosmic-idle", "cosmic-greeter"],
  ...["xscreensaver", "xautolock", "xidlehook", "xss-lock", "light-locker", "lxqt-powermanagement"],
] as const;

/** Of those, the ones that are told on their command line what to do. */
export const toldByWords: ReadonlySet<string> = new Set([
  ...["swayidle", "hypridle", "xautolock", "xidlehook", "xss-lock", "light-locker", "kwin_wayland"],
]);
