"""A PostgreSQL server with PostGIS of one's own on loopback, thrown away afterwards."""

import glob
import os
import pathlib
import pwd
import shutil
import socket
import subprocess
import tempfile

BINARIES = sorted(glob.glob("/usr/lib/postgresql/*/bin"))


def is_installed():
    return bool(BINARIES and glob.glob("/usr/share/postgresql/*/extension/postgis.control"))


class Server:
    """Trusts whoever comes over loopback; logs every statement."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="borderlens-postgres-"))
        self.bin = pathlib.Path(BINARIES[-1])
        self.as_user = []
        self.user = pwd.getpwuid(os.getuid()).pw_name
        if os.getuid() == 0:  # the server refuses to run as root
            self.user = "postgres"
            self.as_user = ["runuser", "-u", "postgres", "--"]
            shutil.chown(self.folder, "postgres")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        data = self.folder / "data"
        self.control("initdb", "-D", data, "-A", "trust", "-U", self.user, "--no-sync", "-E", "UTF8")
        options = (f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off "
                   f"-c log_statement=all -c logging_collector=off")
        self.log = self.folder / "log"
        self.control("pg_ctl", "-D", data, "-w", "-l", self.log, "-o", options, "start")
        self.sql("CREATE EXTENSION postgis")

    def control(self, program, *arguments):
        subprocess.run([*self.as_user, self.bin / program, *map(str, arguments)], check=True, cwd="/",
                       stdout=subprocess.DEVNULL)

    @property
    def connection(self):
        return f"PG:host=127.0.0.1 port={self.port} dbname=postgres user={self.user}"

    def sql(self, statement, through_input=False):
        """A statement that is too long for an argument goes through the input."""
        command = [self.bin / "psql", "-h", "127.0.0.1", "-p", str(self.port), "-U", self.user, "-d", "postgres", "-v",
                   "ON_ERROR_STOP=1", "-At", *(["-q"] if through_input else ["-c", statement])]
        done = subprocess.run(command, check=True, capture_output=True, text=True, input=statement if through_input else None)
        return done.stdout.strip()

    def asked(self, run_it):
        """The statements that the server got meanwhile."""
        before = self.log.stat().st_size
        run_it()
        return self.log.read_text("utf-8", "replace")[before:]

    def stop(self):
        self.control("pg_ctl", "-D", self.folder / "data", "-m", "immediate", "stop")
        shutil.rmtree(self.folder)
