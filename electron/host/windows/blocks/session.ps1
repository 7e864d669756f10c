# The session at the PC's own screen has the number in GlassSessionId.
# https://learn.microsoft.com/windows/win32/termserv/detecting-the-terminal-services-environment
@{
 session=[int][Diagnostics.Process]::GetCurrentProcess().SessionId
 console=Get-ItemProperty -LiteralPath 'Registry::HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\Terminal Server'|ForEach-Object{if($null -eq $_.GlassSessionId){$null}else{[int]$_.GlassSessionId}}
 name=[string]$env:SESSIONNAME
 saverPolicy=There ((Get-ItemProperty -LiteralPath 'Registry::HKEY_CURRENT_USER\Software\Policies\Microsoft\Windows\Control Panel\Desktop' -ErrorAction SilentlyContinue).'SCRNSAVE.EXE')
 saverUser=There ((Get-ItemProperty -LiteralPath 'Registry::HKEY_CURRENT_USER\Control Panel\Desktop' -ErrorAction SilentlyContinue).'SCRNSAVE.EXE')
}
