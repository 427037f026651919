"""What `measure` makes itself: a jar with many entries, sets of classes that are alike, archives that expand without end
and modules that make a validator compare everything with everything."""
import glob, io, struct, zipfile, zlib

import modules


def joined(jars, path, size):
    """Joins the larger jars of a folder to one of about so many bytes, with many entries; false without jars."""
    names = set()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for one in sorted(glob.glob(f"{jars}/*.jar"), key=lambda jar: -len(zipfile.ZipFile(jar).namelist())):
            source = zipfile.ZipFile(one)
            for name in source.namelist():
                if out.fp.tell() >= size:
                    return True
                if name not in names and not name.endswith("/"):
                    names.add(name)
                    out.writestr(name, source.read(name))
    return False


def renamed(jar, package, numbers, folder):
    """Writes a copy of a jar for each number, its package (`org/example/name`) under another name of the same length, so
    that the copies are classes of their own and yet alike."""
    head, last = package.rsplit("/", 1)
    entries = [(name, zipfile.ZipFile(jar).read(name)) for name in zipfile.ZipFile(jar).namelist() if name.endswith(".class")]
    for number in numbers:
        other = f"{head}/{last[0]}{number:0{len(last) - 1}}"
        swaps = [(package.encode(), other.encode()), (package.replace("/", ".").encode(), other.replace("/", ".").encode())]
        with zipfile.ZipFile(f"{folder}/{number:05}.jar", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out:
            for name, content in entries:
                for old, new in swaps:
                    content = content.replace(old, new)
                out.writestr(name.replace(package, other), content)
    return True


def bombs(folder):
    """Writes archives that expand beyond every limit: (what, path)."""
    large, part = zeros(512 << 20), zeros(16 << 20)
    nested = archive([("a", large)])
    for _ in range(12):
        shell = io.BytesIO()
        with zipfile.ZipFile(shell, "w", zipfile.ZIP_DEFLATED) as out:
            out.writestr("lib/a.jar", nested)
        nested = shell.getvalue()
    contents = {
        "one entry of 512 MiB": archive([("a", large)]),
        "the same, its headers say 1,000 bytes": archive([("a", large[:2] + (1000,))]),
        "2,000 entries of 16 MiB": archive([(f"{number:05}", part) for number in range(2_000)]),
        "5,000 entries over the same 16 KiB": archive([(f"{number:05}", part) for number in range(5_000)], overlaps=True),
        "twelve jars in one another": nested,
        "65,000 entries of one name": archive([("same", zeros(0))] * 65_000),
        "300 names of 60,000 accents": archive([(f"e{number}" + "\u0301" * 30_000, zeros(0)) for number in range(300)]),
    }
    contents |= {what: modules.package(text) for what, text in modules.hostile().items()}
    for number, (what, content) in enumerate(contents.items()):
        with open(f"{folder}/{number}.sfm", "wb") as out:
            out.write(content)
        yield what, f"{folder}/{number}.sfm"


def zeros(size):
    """So many zeros, deflated: (data, CRC, size)."""
    deflater, chunk, checksum, data = zlib.compressobj(9, zlib.DEFLATED, -15), bytes(1 << 20), 0, b""
    for _ in range(size >> 20):
        data += deflater.compress(chunk)
        checksum = zlib.crc32(chunk, checksum)
    return data + deflater.flush(), checksum, size


def archive(entries, overlaps=False):
    """A ZIP of deflated entries, (name, (data, CRC, size)); all of them over the first one's data when it overlaps."""
    body, directory = io.BytesIO(), b""
    for name, (data, checksum, size) in entries:
        name = name.encode()
        fields = struct.pack("<5H3I2H", 20, 0x800, 8, 0, 0x5021, checksum, len(data), size, len(name), 0)
        start = 0 if overlaps else body.tell()
        if start == body.tell():
            body.write(b"PK\3\4" + fields + name + data)
        directory += b"PK\1\2\24\0" + fields + struct.pack("<3H2I", 0, 0, 0, 0, start) + name
    end = struct.pack("<4H2IH", 0, 0, len(entries), len(entries), len(directory), body.tell(), 0)
    return body.getvalue() + directory + b"PK\5\6" + end
