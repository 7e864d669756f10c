@{
 zone=[string][TimeZoneInfo]::Local.Id
 newest=(Get-Item -LiteralPath ($env:SystemRoot+'\System32\ntdll.dll')).LastWriteTimeUtc.ToString('o')
}
