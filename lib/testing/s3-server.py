"""Swift's four servers in one process: prints the S3 port, ends (and takes its folder along) when its standard input is closed."""
import os
import shutil
import sys
import tempfile

import eventlet

eventlet.monkey_patch()

from eventlet import tpool, wsgi
from swift.common import utils

folder, access_key, secret = sys.argv[1:4]
config = os.path.join(folder, "etc")
os.makedirs(config)
os.makedirs(os.path.join(folder, "srv", "d1"))
tempfile.tempdir = folder


def write(name, text):
    with open(os.path.join(config, name), "w") as file:
        file.write(text)


write("swift.conf", """
[swift-hash]
swift_hash_path_prefix = tests
swift_hash_path_suffix = tests
[storage-policy:0]
name = Policy-0
default = yes
""")
utils.SWIFT_CONF_FILE = os.path.join(config, "swift.conf")
utils.validate_hash_conf()

from swift.common.ring.builder import RingBuilder
from swift.common.storage_policy import reload_storage_policies
from swift.common.wsgi import loadapp

reload_storage_policies()
common = f"swift_dir = {config}\nlog_address = {folder}/no-log\nlog_level = CRITICAL\n"
sockets = {name: eventlet.listen(("127.0.0.1", 0), backlog=500) for name in ("account", "container", "object", "proxy")}

for name in ("account", "container", "object"):
    ring = RingBuilder(4, 1, 1)
    ring.add_dev({"region": 1, "zone": 1, "ip": "127.0.0.1", "port": sockets[name].getsockname()[1], "device": "d1", "weight": 1})
    ring.rebalance()
    ring.get_ring().save(os.path.join(config, f"{name}.ring.gz"))
    write(f"{name}.conf", f"""
[DEFAULT]
devices = {folder}/srv
mount_check = false
{common}
[pipeline:main]
pipeline = {name}-server
[app:{name}-server]
use = egg:swift#{name}
log_requests = false
""")

filters = ["catch_errors", "gatekeeper", "cache", "listing_formats", "s3api", "tempauth", "bulk", "slo", "dlo", "versioned_writes"]
account, user = access_key.split(":")
settings = {
    # A cache that nobody answers for: what it remembers must not outlive a test.
    "cache": "use = egg:swift#memcache\nmemcache_servers = 127.0.0.1:1",
    "s3api": "use = egg:swift#s3api\ns3_acl = false\nallow_multipart_uploads = false\nlocation = us-east-1\ncheck_bucket_owner = false",
    "tempauth": f"use = egg:swift#tempauth\nuser_{account}_{user} = {secret} .admin",
}
write("proxy.conf", f"""
[DEFAULT]
{common}
[pipeline:main]
pipeline = {' '.join(filters)} proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
node_timeout = 30
""" + "".join(f"[filter:{name}]\n{settings.get(name) or f'use = egg:swift#{name}'}\n" for name in filters))

pool = eventlet.GreenPool(1000)
silent = open(os.devnull, "w")
for name, socket in sockets.items():
    app = loadapp(os.path.join(config, f"{name}.conf"), global_conf={"log_name": name})
    eventlet.spawn_n(wsgi.server, socket, app, silent, custom_pool=pool, log_output=False)

print(sockets["proxy"].getsockname()[1], flush=True)
tpool.execute(os.read, 0, 1)
shutil.rmtree(folder, ignore_errors=True)
os._exit(0)
