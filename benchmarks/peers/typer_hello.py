"""The least that a command line made with typer can be."""

import typer

app = typer.Typer()


@app.command()
def hello(name: str = "you") -> None:
    """Greet somebody."""
    print(f"hello, {name}")


if __name__ == "__main__":
    app()
