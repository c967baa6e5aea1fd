"""A desk whose every text would do harm if a page, a mail or a terminal obeyed it."""

from pathlib import Path

from desk_writing import WrittenDesk, write_desk

HOSTILE = "<script>alert(1)</script> [x](javascript:alert(1)) `a` **b** | {{ 7*7 }} {: #id } --- &amp; # h"


def hostile_desk(root: Path) -> WrittenDesk:
    quoted = HOSTILE.replace("'", "''")
    return write_desk(
        root,
        f"""
        name: '{quoted}'
        greet: '{quoted}'
        phone: 029 2018 0190
        reads_email: rarely
        hours: '{quoted}'
        department: '{quoted}'
        interests: ['{quoted}']
        loans: [{{title: '{quoted}', due: 2026-11-24}}]
        requests: [{{for: atlas, asked: 2026-01-02, note: '{quoted}'}}]
        reminders: [{{date: 2026-11-24, about: '{quoted}'}}]
        contacts: [{{date: 2026-01-02, how: phone, about: '{quoted}'}}]
        # patrons/p-bad.md
        name: '{quoted}'
        due: '{quoted}'
        attention: leave alone
        # resources/atlas.md
        title: '{quoted}'
        url: 'javascript:alert(1)'
        topics: ['{quoted}']
        trial: {{from: 2026-11-20, to: 2026-12-20}}
        # library.yml
        library: '{quoted}'
        staff: {{ep: {{name: '{quoted}'}}}}
        """,
    )
