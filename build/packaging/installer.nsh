; What the setup does beside copying: makes the organisation's folder, which users may read and administrators alone may write (docs/deploy.md).
; S-1-5-18 SYSTEM, S-1-5-32-544 Administrators, S-1-5-32-545 Users: the same in every language. /L: a link that somebody put there is not followed.
!macro customInstall
  SetShellVarContext all
  CreateDirectory "$APPDATA\Preflight"
  nsExec::Exec '"$SYSDIR\icacls.exe" "$APPDATA\Preflight" /setowner *S-1-5-32-544 /T /C /L /Q'
  Pop $0
  nsExec::Exec '"$SYSDIR\icacls.exe" "$APPDATA\Preflight" /inheritance:r /grant:r *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F *S-1-5-32-545:(OI)(CI)RX /L /Q'
  Pop $0
  nsExec::Exec '"$SYSDIR\icacls.exe" "$APPDATA\Preflight\*" /reset /T /C /L /Q'
  Pop $0
!macroend
