# Every network adapter with its driver. Get-NetAdapter shows the same but loads a module first.
# https://learn.microsoft.com/windows/win32/fwp/wmi/netadaptercimprov/msft-netadapter
@{adapters=@(Get-CimInstance -Namespace root/StandardCimv2 -ClassName MSFT_NetAdapter|ForEach-Object{
@{name=[string]$_.Name;description=[string]$_.InterfaceDescription;id=[string]$_.InterfaceGuid;index=[int]$_.InterfaceIndex
up=[int]$_.InterfaceOperationalStatus;media=[int]$_.MediaConnectState;type=[int]$_.InterfaceType;medium=[int]$_.NdisPhysicalMedium
hardware=[bool]$_.HardwareInterface;virtual=[bool]$_.Virtual;driver=[string]$_.DriverName;device=[string]$_.PnPDeviceID}})}
