"""A NetworkManager that says what the test wants (python3-dbusmock), on a system bus of its own, asked by the real nmcli.

usage: networkManager.py SITUATIONS PROGRAM [ARGUMENT]...
For each situation of the JSON list the program runs once; a JSON list of what it printed is printed. To be run where /run is a folder of its own.
A situation: {"connectivity": 0..4, "running": false, "state": NMDeviceState, "active": index or null, "operstate": the kernel's word for wlan0,
              "accessPoints": [{"ssid": text or list of bytes, "bssid", "flags", "wpa", "rsn", "mode", "strength"}]}
"""

import json
import os
import subprocess
import sys
import time

import dbus

os.makedirs("/run/dbus", exist_ok=True)
ADDRESS = "unix:path=/run/dbus/system_bus_socket"
with open("/run/dbus/system.conf", "w", encoding="utf-8") as file:
    file.write(f"""<busconfig><type>system</type><listen>{ADDRESS}</listen><auth>EXTERNAL</auth><policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/><allow user="*"/></policy></busconfig>""")
bus_daemon = subprocess.Popen(["dbus-daemon", "--config-file=/run/dbus/system.conf", "--nofork", "--nopidfile"])
os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = ADDRESS

NAME = "org.freedesktop.NetworkManager"
ROOT = "/org/freedesktop/NetworkManager"
AP = f"{NAME}.AccessPoint"
MOCK = "org.freedesktop.DBus.Mock"
PROPERTIES = "org.freedesktop.DBus.Properties"


def wait_for(what, done):
    for _ in range(200):
        try:
            answer = done()
            if answer:
                return answer
        except dbus.exceptions.DBusException:
            pass
        time.sleep(0.02)
    sys.exit(f"{what} did not come")


wait_for("the bus", lambda: os.path.exists("/run/dbus/system_bus_socket"))
system = wait_for("the bus", lambda: dbus.bus.BusConnection(ADDRESS))


def mocked(situation):
    """Starts the mock and tells it the situation. Returns its process."""
    process = subprocess.Popen(
        ["/usr/bin/python3", "-m", "dbusmock", "--system", "--template", "networkmanager", "--parameters", json.dumps({"Version": version})],
        stdout=subprocess.DEVNULL,
    )
    wait_for("the mock", lambda: system.name_has_owner(NAME))
    manager = dbus.Interface(system.get_object(NAME, ROOT), MOCK)
    manager.SetConnectivity(dbus.UInt32(situation.get("connectivity", 4)))
    if "accessPoints" not in situation:
        manager.AddEthernetDevice("cable", "lan0", 100)
        return process
    device = manager.AddWiFiDevice("radio", "wlan0", situation.get("state", 100))
    paths = []
    for index, point in enumerate(situation["accessPoints"]):
        path = manager.AddAccessPoint(device, f"ap{index}", "x", point.get("bssid", f"02:00:5e:00:53:0{index}"), 2, 2437, 54000, dbus.Byte(point.get("strength", 70)), 0)
        ssid = point["ssid"]
        properties = dbus.Interface(system.get_object(NAME, path), PROPERTIES)
        properties.Set(AP, "Ssid", dbus.ByteArray(bytes(ssid) if isinstance(ssid, list) else ssid.encode()))
        properties.Set(AP, "Mode", dbus.UInt32(point.get("mode", 2)))
        for name, key in (("Flags", "flags"), ("WpaFlags", "wpa"), ("RsnFlags", "rsn")):
            properties.Set(AP, name, dbus.UInt32(point.get(key, 0)))
        paths.append(path)
    active = situation.get("active")
    chosen = "/" if active is None else paths[active]
    radio = dbus.Interface(system.get_object(NAME, device), MOCK)
    radio.AddProperty(f"{NAME}.Device.Wireless", "ActiveAccessPoint", dbus.ObjectPath(chosen, variant_level=1))
    return process


version = subprocess.run(["nmcli", "--version"], capture_output=True, text=True, check=True).stdout.split()[-1]
answers = []
for one in json.loads(sys.argv[1]):
    if "accessPoints" in one:
        with open("/sys/class/net/wlan0/operstate", "w", encoding="utf-8") as operstate:
            operstate.write(one.get("operstate", "up") + "\n")
    mock = mocked(one) if one.get("running", True) else None
    answers.append(subprocess.run(sys.argv[2:], stdout=subprocess.PIPE, text=True, check=True).stdout)
    if mock is not None:
        mock.kill()
        mock.wait()
        wait_for("the end of the mock", lambda: not system.name_has_owner(NAME))
print(json.dumps(answers))
bus_daemon.kill()
