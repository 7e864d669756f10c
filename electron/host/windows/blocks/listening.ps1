$net=[Net.NetworkInformation.IPGlobalProperties]::GetIPGlobalProperties()
@{
 tcp=@($net.GetActiveTcpListeners()|ForEach-Object{[string]$_})
 udp=@($net.GetActiveUdpListeners()|ForEach-Object{[string]$_})
}
