# Both dates are in UTC, though they do not say so.
# https://learn.microsoft.com/windows/win32/api/wuapi/nn-wuapi-iautomaticupdatesresults
$auto=New-Object -ComObject Microsoft.Update.AutoUpdate
$date={param($value)if($value -is [DateTime]){[DateTime]::SpecifyKind($value,'Utc').ToString('o')}}
@{
 searched=& $date $auto.Results.LastSearchSuccessDate
 installed=& $date $auto.Results.LastInstallationSuccessDate
 level=[int]$auto.Settings.NotificationLevel
 enabled=[bool]$auto.ServiceEnabled
 restart=[bool](New-Object -ComObject Microsoft.Update.SystemInfo).RebootRequired
}
