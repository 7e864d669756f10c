# Newest core file, and the list of the update that is installed: it bears the revision in its name.
$system=[Environment]::SystemDirectory
$revision=(Get-ItemProperty -LiteralPath 'Registry::HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows NT\CurrentVersion').UBR
$files=@('ntoskrnl.exe','ntdll.dll','win32kfull.sys','drivers\tcpip.sys',('..\servicing\Packages\Package_for_*~*.'+$revision+'.*.mum')|ForEach-Object{Get-Item -Path ($system+'\'+$_) -ErrorAction SilentlyContinue}|Sort-Object LastWriteTimeUtc)
@{
 zone=[string][TimeZoneInfo]::Local.Id
 newest=(Get-Item -LiteralPath ($system+'\ntdll.dll')).LastWriteTimeUtc.ToString('o')
 system=if($files.Count){$files[-1].LastWriteTimeUtc.ToString('o')}else{$null}
}
