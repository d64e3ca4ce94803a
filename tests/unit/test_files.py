"""Files are written whole, and nothing else is put in the place of what is no file."""

import os
import threading

import pytest

from octavo import files
from octavo.errors import UsageError


def test_a_link_is_replaced_and_what_it_leads_to_stays(tmp_path):
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    files.write(tmp_path / "link", b"new")
    assert (tmp_path / "real").read_bytes() == b"old"
    assert (tmp_path / "link").read_bytes() == b"new"


def test_a_link_to_a_pipe_is_left_alone(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("pipe")
    with pytest.raises(UsageError, match="not a file"):
        files.write(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()


def test_a_pipe_is_written_to(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    files.write(pipe, b"words")
    reader.join()
    assert (read, pipe.is_fifo()) == ([b"words"], True)


def test_a_folder_is_no_place_for_a_file(tmp_path):
    (tmp_path / "folder").mkdir()
    with pytest.raises(UsageError, match="cannot be written"):
        files.write(tmp_path / "folder", b"words")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]
