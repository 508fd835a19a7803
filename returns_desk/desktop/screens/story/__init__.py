"""The whole way of goods on one page: what happened, with the papers, photographs and files that belong to it."""
