@{products=@(Get-CimInstance -Namespace root/SecurityCenter2 -ClassName FirewallProduct -OperationTimeoutSec 3|ForEach-Object{
@{name=[string]$_.displayName;productExe=[string]$_.pathToSignedProductExe;reportingExe=[string]$_.pathToSignedReportingExe
productThere=(There $_.pathToSignedProductExe);reportingThere=(There $_.pathToSignedReportingExe);state=$_.productState}})}
