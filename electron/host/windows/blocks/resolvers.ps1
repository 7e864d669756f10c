# Addresses, name servers and routers of every interface, also those of built-in VPN connections, which have no adapter.
# https://learn.microsoft.com/dotnet/api/system.net.networkinformation.networkinterface
@{interfaces=@([Net.NetworkInformation.NetworkInterface]::GetAllNetworkInterfaces()|ForEach-Object{
$p=$_.GetIPProperties()
@{id=[string]$_.Id;name=[string]$_.Name;description=[string]$_.Description;type=[int]$_.NetworkInterfaceType;status=[int]$_.OperationalStatus
suffix=[string]$p.DnsSuffix;dns=@($p.DnsAddresses|ForEach-Object{[string]$_});gateways=@($p.GatewayAddresses|ForEach-Object{[string]$_.Address})
addresses=@($p.UnicastAddresses|ForEach-Object{[string]$_.Address})}})}
