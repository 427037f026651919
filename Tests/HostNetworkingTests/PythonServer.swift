import Foundation
import TestSupport
import Testing

/// Python's `http.server` on a free port of the loopback interface, for as long as the value lives.
final class PythonServer: Sendable {
  static let python: String? = ["/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  private static let script = """
    import http.server, sys, time
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = 'HTTP/1.1'
        def answer(self):
            body = self.rfile.read(int(self.headers.get('Content-Length') or 0))
            path = self.path
            if path == '/slow': time.sleep(5)
            if path == '/hangup':
                self.close_connection = True
                return
            if path == '/nonsense':
                self.wfile.write(b'this is no HTTP\\r\\n\\r\\n')
                self.close_connection = True
                return
            if path == '/redirect': return self.reply(302, b'', Location='/echo')
            if path == '/away': return self.reply(302, b'', Location='http://example.com/')
            if path == '/large': return self.reply(200, b'x' * 100000)
            if path == '/page': return self.reply(200, '<title>Über uns</title>'.encode())
            self.reply(201, body or (b'text ' + path.encode() if 'X-Test' not in self.headers and self.command != 'HEAD'
                and self.command == 'GET' else b''), **{'X-Method': self.command, 'X-Path': path,
                'X-Seen': self.headers.get('X-Test', '')})
        def reply(self, status, body, **headers):
            self.send_response(status)
            for name, value in headers.items(): self.send_header(name, value)
            self.send_header('Content-Length', str(len(body)))
            self.end_headers()
            if self.command != 'HEAD': self.wfile.write(body)
        do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = do_HEAD = answer
        def log_message(self, *arguments): pass
    server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
    server.daemon_threads = True
    print(server.server_address[1], flush=True)
    server.serve_forever()
    """

  let port: Int
  private let process: Process

  init() throws {
    process = Process()
    process.executableURL = URL(filePath: try #require(Self.python))
    process.arguments = ["-c", Self.script]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    port = try #require(Int(line.trimmingCharacters(in: .whitespacesAndNewlines)))
  }

  // A test runner may have blocked SIGTERM for its children.
  deinit { kill(process.processIdentifier, SIGKILL) }
}
