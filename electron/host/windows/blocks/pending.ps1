if(!$global:searching){throw 'the search was not started'}
if($global:searching.AsyncWaitHandle.WaitOne(1500)){@($global:search.EndInvoke($global:searching))[0]}else{@{timeout=$true}}
