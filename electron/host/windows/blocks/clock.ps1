@{
 zone=[string][TimeZoneInfo]::Local.Id
 newest=(Get-Item -LiteralPath ([Environment]::SystemDirectory+'\ntdll.dll')).LastWriteTimeUtc.ToString('o')
}
