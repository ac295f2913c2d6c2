"""How runs end that are killed, interrupted or out of disk, and how many exports bear each other's company.

`python tests/endings.py [TIMES [POSTS]]` takes some ten minutes and prints the figures; tests/test_trust.py does a few.
"""

from __future__ import annotations

import hashlib
import itertools
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
PROGRAM = """
import sys
sys.argv[0] = "deckgen"
print("begun", file=sys.stderr, flush=True)
from deckgen.__main__ import run
run()
"""
"""What the installed command does, but for the news that Python itself, which knows no manners yet, has started."""
MARK = "DECKGEN_TEST_RUN"
"""A variable that every process of a run inherits, whatever becomes of its parents."""


@dataclass(slots=True)
class Ending:
    """How a run ended: exit code, what it said, decks that are neither old nor new, temporary files, processes."""

    code: int
    said: str
    neither: list[str]
    rubbish: list[str]
    alive: list[int]
    renewed: int = 0


@dataclass(slots=True)
class Scene:
    """A folder of decks, and what a build into it would make of them. Digests by file name."""

    out: Path
    words: tuple[str, ...]
    temporary: Path
    old: dict[str, bytes]
    new: dict[str, str]
    seconds: float
    random: random.Random = field(default_factory=lambda: random.Random(1))

    def restore(self) -> None:
        """The old decks, and nothing else."""
        shutil.rmtree(self.out, ignore_errors=True)
        self.out.mkdir()
        for name, content in self.old.items():
            (self.out / name).write_bytes(content)


def scene(folder: Path, posts: Path, *words: str) -> Scene:
    """Builds the posts in two themes, each into a folder below `folder`, and takes the time."""
    call("build", str(posts), "-o", str(folder / "old"), "--theme", "plain")
    start = time.monotonic()
    call("build", str(posts), "-o", str(folder / "new"), "--theme", "tokyo", *words)
    seconds = time.monotonic() - start
    old = {path.name: path.read_bytes() for path in (folder / "old").iterdir()}
    (folder / "tmp").mkdir()
    line = ("build", str(posts), "-o", str(folder / "out"), "--theme", "tokyo", *words)
    return Scene(folder / "out", line, folder / "tmp", old, digests(folder / "new"), seconds)


def call(*words: str) -> subprocess.CompletedProcess[str]:
    """`deckgen WORDS`, which may find fault with a post."""
    done = subprocess.run([sys.executable, "-m", "deckgen", *words], capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return done


def digests(folder: Path) -> dict[str, str]:
    return {path.name: digest(path.read_bytes()) for path in folder.iterdir()}


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def ended_by(number: signal.Signals, at: Scene, *, whole_group: bool = False) -> Ending:
    """Runs the build over the old decks and sends it a signal, at a random moment of its time.

    Every second time that moment follows the news of a random deck, so that it meets the writing of the next one.
    `whole_group` signals the workers too, as a terminal's Ctrl-C does.
    """
    at.restore()
    mark = uuid.uuid4().hex
    env = {**os.environ, MARK: mark, "TMPDIR": str(at.temporary)}
    with tempfile.TemporaryFile("w+") as errors:
        child = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, *at.words],
            stdout=subprocess.DEVNULL,
            stderr=errors,
            env=env,
            process_group=0,
        )
        _wait_for_a_moment(at, child, Path(f"/proc/{os.getpid()}/fd/{errors.fileno()}"))
        if child.poll() is None:
            os.killpg(child.pid, number) if whole_group else child.send_signal(number)
        code = child.wait(60)
        errors.seek(0)
        return _ending(at, code, errors.read(), mark)


def _wait_for_a_moment(at: Scene, child: subprocess.Popen[bytes], errors: Path) -> None:
    while child.poll() is None and not errors.read_text():
        time.sleep(0.01)
    if at.random.random() < 0.5:
        time.sleep(at.random.uniform(0.05, at.seconds))
        return
    decks = at.random.randrange(len(at.new))
    while child.poll() is None and errors.read_text().count(".pptx\n") <= decks:
        time.sleep(0.001)
    time.sleep(at.random.uniform(0, 0.1))


def _ending(at: Scene, code: int, said: str, mark: str) -> Ending:
    now = digests(at.out)
    decks = {name: digest(content) for name, content in at.old.items()}
    neither = [name for name in decks if now.get(name) not in (decks[name], at.new.get(name))]
    rubbish = [name for name in now if name not in decks]
    renewed = sum(now.get(name) == at.new[name] for name in decks)
    return Ending(code, said, neither, rubbish, living(mark), renewed)


def living(mark: str, patience: float = 30.0) -> list[int]:
    """Processes that a run has left; those on their way out get `patience` seconds."""
    deadline = time.monotonic() + patience
    while (found := list(_marked(mark))) and time.monotonic() < deadline:
        time.sleep(0.05)
    return found


def _marked(mark: str) -> Iterator[int]:
    wanted = f"{MARK}={mark}".encode()
    for file in Path("/proc").glob("[0-9]*/environ"):
        try:
            if wanted in file.read_bytes().split(b"\0"):
                yield int(file.parent.name)
        except OSError:
            continue


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[Path]:
    """A file system of `size` bytes, mounted at `folder`. Raises PermissionError where one may not mount."""
    folder.mkdir(exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(folder)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode:
        raise PermissionError("only root may mount a file system")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@contextmanager
def read_only(folder: Path) -> Iterator[Path]:
    """A folder that nobody can write to, not even root. Raises PermissionError where that cannot be had."""
    folder.mkdir(exist_ok=True)
    if os.geteuid() != 0:
        folder.chmod(0o500)
        try:
            yield folder
        finally:
            folder.chmod(0o700)
        return
    with small_disk(folder, 1 << 20):
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
        yield folder


def without_room(at: Scene, share: float) -> Ending:
    """Runs the build on a disk that holds the old decks and `share` of the largest new one."""
    page = 4096
    full = sum(-(-len(content) // page) * page for content in at.old.values())
    room = int(max(len(content) for content in at.old.values()) * share)
    shutil.rmtree(at.out, ignore_errors=True)
    with small_disk(at.out, full + room // page * page + page):
        for name, content in at.old.items():
            (at.out / name).write_bytes(content)
        mark = uuid.uuid4().hex
        env = {**os.environ, MARK: mark, "TMPDIR": str(at.temporary)}
        command = [sys.executable, "-m", "deckgen", *at.words]
        done = subprocess.run(command, capture_output=True, text=True, env=env, check=False)
        return _ending(at, done.returncode, done.stderr, mark)


def exports(decks: Sequence[Path], out: Path, temporary: Path, processes: int) -> list[Ending]:
    """Exports each deck by a process of its own, so many at once."""

    def one(deck: Path) -> Ending:
        mark = uuid.uuid4().hex
        env = {**os.environ, MARK: mark, "TMPDIR": str(temporary)}
        command = [sys.executable, "-m", "deckgen", "export", str(deck), "-o", str(out)]
        done = subprocess.run(command, capture_output=True, text=True, env=env, timeout=300, check=False)
        return Ending(done.returncode, done.stderr, [], [], living(mark))

    with ThreadPoolExecutor(processes) as pool:
        return list(pool.map(one, decks))


def killed_export(deck: Path, out: Path, temporary: Path, after: float) -> Ending:
    """Kills an export outright, so many seconds after LibreOffice has begun."""
    mark = uuid.uuid4().hex
    env = {**os.environ, MARK: mark, "TMPDIR": str(temporary)}
    command = [sys.executable, "-m", "deckgen", "export", str(deck), "-o", str(out)]
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env)
    while child.poll() is None and len(list(_marked(mark))) <= 2:  # itself, and the shell that guards the group
        time.sleep(0.02)
    time.sleep(after)
    child.kill()
    return Ending(child.wait(), "", [], [], living(mark))


def main() -> None:
    """All figures, as lines."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        at = scene(folder, Path(sys.argv[2]) if len(sys.argv) > 2 else HERE / "posts")
        shared = replace(at, words=(*at.words, "--jobs", "2"))
        print(f"{len(at.new)} decks in {at.seconds:.1f} s; every second run by two processes", flush=True)
        runs = [at, shared] * (times // 2)
        _report("kill -9", at, (ended_by(signal.SIGKILL, run) for run in runs))
        _report("SIGINT", at, (ended_by(signal.SIGINT, run, whole_group=True) for run in runs))
        _report("SIGTERM", at, (ended_by(signal.SIGTERM, run) for run in runs[: times // 5]))
        _report("full disk", at, (without_room(run, at.random.uniform(0, 1.2)) for run in runs))
        _exports(folder, folder / "old", times)


def _report(what: str, at: Scene, endings: Iterable[Ending]) -> None:
    ends = list(endings)
    codes = dict(Counter(end.code for end in ends))
    renewed = Counter(end.renewed for end in ends)
    print(f"  {what} x {len(ends)}: exit codes {codes}, decks renewed: {dict(sorted(renewed.items()))}")
    print(f"    neither old nor new: {sum(len(end.neither) for end in ends)}, left running: {_alive(ends)}")
    traced = [end.said for end in ends if "Traceback" in end.said]
    print(f"    runs with temporary files left: {sum(bool(end.rubbish) for end in ends)}, tracebacks: {len(traced)}")
    print("".join(traced[:1]), end="")
    call(*at.words)
    print(
        f"    after the next run: {sorted(set(digests(at.out)) - set(at.new)) or 'nothing but the decks'}", flush=True
    )


def _alive(ends: list[Ending]) -> int:
    return sum(len(end.alive) for end in ends)


def _exports(folder: Path, decks: Path, times: int) -> None:
    temporary = folder / "tmp"
    (folder / "many").mkdir()
    originals = sorted(decks.iterdir())
    copies = [
        Path(shutil.copy(deck, folder / "many" / f"{number}.pptx"))
        for number, deck in zip(range(24), itertools.cycle(originals), strict=False)
    ]
    start = time.monotonic()
    ends = exports(copies, folder / "pdf", temporary, 4)
    whole = [path for path in (folder / "pdf").iterdir() if path.read_bytes().startswith(b"%PDF")]
    print(f"24 exports by 4 processes: {len(whole)} PDFs in {time.monotonic() - start:.0f} s,", end=" ")
    print(f"exit codes {dict(Counter(end.code for end in ends))}, left running: {_alive(ends)},", end=" ")
    print(f"left in the temporary folder: {sorted(path.name for path in temporary.iterdir())}")
    rng = random.Random(2)
    killed = [killed_export(copies[0], folder / "pdf", temporary, rng.uniform(0, 1.5)) for _ in range(times // 2)]
    left = len(list(temporary.iterdir()))
    intact = (folder / "pdf" / "0.pdf").read_bytes().endswith(b"%%EOF\n")
    print(f"{len(killed)} exports killed, exit codes {dict(Counter(end.code for end in killed))}:", end=" ")
    print(f"PDF whole: {intact}, left running: {_alive(killed)}, temporary folders: {left}", end=", ")
    exports(copies[:1], folder / "pdf", temporary, 1)
    print(f"after the next run: {len(list(temporary.iterdir()))}")


if __name__ == "__main__":
    main()
