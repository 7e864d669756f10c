# The search may take long. It runs beside the script and looks only at what the last search left on this PC: nothing goes to the network.
$global:search=[PowerShell]::Create()
$null=$global:search.AddScript([string]{
 $searcher=(New-Object -ComObject Microsoft.Update.Session).CreateUpdateSearcher()
 $searcher.Online=$false
 $result=$searcher.Search('IsInstalled=0 and IsHidden=0 and Type=''Software''')
 @{
  result=[int]$result.ResultCode
  updates=@(foreach($update in $result.Updates){@{
   title=[string]$update.Title
   severity=[string]$update.MsrcSeverity
   optional=[bool]$update.BrowseOnly
   kb=@($update.KBArticleIDs|ForEach-Object{[string]$_})
   categories=@($update.Categories|ForEach-Object{[string]$_.CategoryID})
  }})
 }
})
$global:searching=$global:search.BeginInvoke()
@{started=$true}
