"""A server full of holes, for tools to find before they are believed: SQL put together from text, text put back into
pages, secrets lying about. Prints its port."""
import html
import sqlite3
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlparse

LEFT_BEHIND = {"/.env": "SECRET=1\n", "/.git/HEAD": "ref: refs/heads/main\n", "/backup.zip": "PK\3\4"}


class Hole(BaseHTTPRequestHandler):
    def do_GET(self):
        address = urlparse(self.path)
        query = {name: values[0] for name, values in parse_qs(address.query).items()}
        if address.path in LEFT_BEHIND:
            return self.say(200, LEFT_BEHIND[address.path], "text/plain")
        if address.path == "/item":
            return self.find(query.get("id", "1"))
        if address.path == "/hello":
            return self.say(200, "<html><body>Hello " + query.get("name", "you") + "</body></html>")
        if address.path == "/":
            links = '<a href="/item?id=1">item</a> <a href="/hello?name=you">hello</a>'
            return self.say(200, "<html><body>" + links + "</body></html>")
        return self.say(404, "nothing here")

    def find(self, wanted):
        book = sqlite3.connect(":memory:")
        book.executescript("create table item (id integer, name text); insert into item values (1, 'one'), (2, 'two');")
        try:
            rows = book.execute("select name from item where id = " + wanted).fetchall()
        except sqlite3.Error as error:
            return self.say(500, "[SQLITE_ERROR] " + html.escape(str(error)))
        return self.say(200, "<html><body>" + html.escape(str(rows)) + "</body></html>")

    def say(self, status, text, kind="text/html"):
        body = text.encode("utf-8", "replace")
        self.send_response(status)
        self.send_header("Content-Type", kind + "; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Hole)
print(server.server_port, flush=True)
server.serve_forever()
