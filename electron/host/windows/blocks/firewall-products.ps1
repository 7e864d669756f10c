@{products=@(Get-CimInstance -Namespace root/SecurityCenter2 -ClassName FirewallProduct -OperationTimeoutSec 3|ForEach-Object{@{name=[string]$_.displayName;state=$_.productState}})}
