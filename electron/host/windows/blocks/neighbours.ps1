# The neighbour table without group and broadcast addresses (state 6) and without those that did not answer (0, 1).
# https://learn.microsoft.com/windows/win32/fwp/wmi/nettcpipprov/msft-netneighbor
@{neighbours=@(Get-CimInstance -Namespace root/StandardCimv2 -ClassName MSFT_NetNeighbor|Where-Object{$_.LinkLayerAddress -and [int]$_.State -ge 2 -and [int]$_.State -le 5}|Select-Object -First 512|ForEach-Object{
@{index=[int]$_.InterfaceIndex;address=[string]$_.IPAddress;mac=[string]$_.LinkLayerAddress}})}
