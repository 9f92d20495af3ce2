"""The usual home-made mock of a Confluence page: one route, a token that is looked at, a dictionary made into JSON."""

import sys

from flask import Flask, jsonify, request

app = Flask(__name__)

PAGE = {
    "id": "98311",
    "type": "page",
    "status": "current",
    "title": "Release checklist",
    "space": {"id": 65538, "key": "DOCS", "name": "Product Documentation", "type": "global"},
    "version": {"by": {"type": "known", "displayName": "Mira"}, "when": "2026-03-02T09:00:00.000Z", "number": 1},
    "body": {"storage": {"value": "<p>" + "All checks must be green. " * 20 + "</p>", "representation": "storage"}},
    "_links": {"webui": "/spaces/DOCS/pages/98311", "base": "http://127.0.0.1/wiki"},
}


@app.get("/rest/api/content/<page_id>")
def content(page_id):
    if not request.headers.get("Authorization"):
        return jsonify({"statusCode": 401, "message": "Unauthorized"}), 401
    if page_id != PAGE["id"]:
        return jsonify({"statusCode": 404, "message": "No content found"}), 404
    return jsonify(PAGE)


if __name__ == "__main__":
    import logging

    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    app.run(host="127.0.0.1", port=int(sys.argv[1]), threaded=True)
